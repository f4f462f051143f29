package io.github.tlsleak.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.tlsleak.cli.jvm.AgentPresence;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.jvm.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentClientTest {

    private static final Map<String, String> STATUS = Map.of("action", "status");
    private static final long OWN = ProcessHandle.current().pid();

    @TempDir Path tmp;

    private final LocalJvm jvm = new LocalJvm(OWN, "Shop", "17", AgentPresence.UNKNOWN, null, -1);
    private Path jar;

    @BeforeEach
    void jar() throws IOException {
        jar = Files.createFile(tmp.resolve("tlsleak.jar"));
    }

    @AfterEach
    void leavesNothing() throws IOException {
        try (var files = Files.newDirectoryStream(tmp, "tlsleak-*")) {
            assertThat(files).isEmpty();
        }
    }

    private AgentClient caller(AgentLoad load) {
        return new AgentClient(jar.toFile(), tmp, Path.of("/base"), load);
    }

    private static void reply(String arguments, String text) throws IOException {
        Files.writeString(Path.of(arguments.substring(1)).resolve("reply"), text);
    }

    private ThrowableAssertAlternative<UnreachableException> fails(AgentLoad load) {
        return assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> caller(load).ask(jvm, STATUS, 5_000));
    }

    @Test
    void theAnswerIsHandedOn() throws Exception {
        Reply reply =
                caller(
                                (pid, file, arguments) -> {
                                    assertThat(pid).isEqualTo(OWN);
                                    assertThat(file).isEqualTo(jar.toFile());
                                    Path in = Path.of(arguments.substring(1), "request");
                                    assertThat(Files.readAllLines(in))
                                            .contains("action=status", "base=/base", "jar=" + jar);
                                    reply(arguments, "0\nfine\n");
                                })
                        .ask(jvm, STATUS, 5_000);
        assertThat(reply.code()).isZero();
        assertThat(reply.text()).isEqualTo("fine\n");
    }

    /** JDK 8 takes the answer of a newer JVM for a failure, though the agent was loaded. */
    @Test
    void anAnswerCountsMoreThanAnException() throws Exception {
        AgentLoad load =
                (pid, file, arguments) -> {
                    reply(arguments, "0\nfine\n");
                    throw new IOException("0");
                };
        assertThat(caller(load).ask(jvm, STATUS, 5_000).text()).isEqualTo("fine\n");
    }

    @Test
    void noAnswer() {
        fails((pid, file, arguments) -> {})
                .withMessageStartingWith("tlsleak was loaded into JVM " + OWN + " (Shop) but could")
                .withMessageContaining("SecurityManager")
                .withMessageContaining("-Djava.io.tmpdir=DIR");
    }

    @Test
    void anAnswerThatMakesNoSense() {
        fails((pid, file, arguments) -> reply(arguments, "what?\n"))
                .withMessageContaining("cannot be understood");
    }

    @Test
    void noAnswerInTime() {
        CountDownLatch never = new CountDownLatch(1);
        AgentClient slow = caller((pid, file, arguments) -> never.await());
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> slow.ask(jvm, STATUS, 50))
                .withMessageContaining("does not answer within 0 s");
        never.countDown();
    }

    @Test
    void anErrorIsAFailureToo() {
        fails(
                        (pid, file, arguments) -> {
                            throw new NoClassDefFoundError("java/util/logging/Logger");
                        })
                .withMessage(
                        "cannot attach to JVM "
                                + OWN
                                + " (Shop): the Java that runs this command lacks a class that attach needs"
                                + " (java.util.logging.Logger); use the java of a JDK");
    }

    @Test
    void nothingIsTriedWhereItCannotWork() {
        LocalJvm foreign =
                new LocalJvm(
                        5,
                        "Shop",
                        "17",
                        AgentPresence.NONE,
                        new Obstacle("stopped", "let it go"),
                        -1);
        AgentClient caller = caller((pid, file, arguments) -> reply(arguments, "0\n"));
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> caller.ask(foreign, STATUS, 5_000))
                .withMessage("cannot attach to JVM 5 (Shop): stopped; let it go");
    }

    @Test
    void aJarThatNoJvmCanLoad() throws IOException {
        jar = tmp.resolve("missing.jar");
        fails((pid, file, arguments) -> {}).withMessageContaining("java -jar tlsleak.jar");
        jar = Files.createFile(tmp.resolve("a=b.jar"));
        fails((pid, file, arguments) -> {}).withMessageContaining("no '=' in the path");
    }

    @Test
    void aDirectoryThatIsNotThere() {
        AgentClient caller =
                new AgentClient(jar.toFile(), tmp.resolve("no"), tmp, (pid, file, arguments) -> {});
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> caller.ask(jvm, STATUS, 5_000))
                .withMessageContaining("cannot write to " + tmp.resolve("no"))
                .withMessageContaining("-Djava.io.tmpdir=DIR");
    }
}
