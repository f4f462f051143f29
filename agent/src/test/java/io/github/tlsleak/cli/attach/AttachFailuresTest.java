package io.github.tlsleak.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.jvm.AgentPresence;
import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachFailuresTest {

    private static final long OWN = ProcessHandle.current().pid();

    @TempDir Path tmp;

    private AttachFailures failures(long pid, long uid) throws IOException {
        LocalJvm jvm = new LocalJvm(pid, "Shop", "17", AgentPresence.NONE, null, uid);
        RequestDirectory directory = RequestDirectory.create(tmp, "1");
        return new AttachFailures(jvm, "/opt/tlsleak.jar", directory);
    }

    /** An exception of the JDK, wrapped as byte-buddy does. */
    private static Throwable wrapped(String text) {
        return new IllegalStateException(
                "Error during attachment using: X",
                new InvocationTargetException(new IOException(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "Failed to load agent library: Dynamic agent loading is not enabled. Use ...,"
                + "it runs with -XX:-EnableDynamicAgentLoading",
        "Agent JAR not found or no Agent-Class attribute, cannot read /opt/tlsleak.jar",
        "100, cannot read /opt/tlsleak.jar",
        "102, it did not start the agent; see its stderr",
        "return code: 102, it did not start the agent; see its stderr",
        "Failed to load agent library: 101, it did not start the agent; see its stderr",
        "Non-numeric value found - int expected, it did not start the agent; see its stderr",
        "0, tlsleak was loaded into JVM",
        "Unable to open socket file: target process not responding, it does not listen",
        "Target VM did not respond: 5, it does not listen",
        "Operation not permitted, run tlsleak as the user of that JVM",
        "something else, something else; start it with -javaagent:tlsleak.jar instead",
    })
    void whatTheJdkThrows(String thrown, String said) throws IOException {
        String message = failures(OWN, -1).noReply(wrapped(thrown)).getMessage();
        assertThat(message).contains(said, "JVM " + OWN + " (Shop)").doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Unable to open socket file: target process not responding",
        "well-known file /tmp/.java_pid5 is not secure: file should be owned by the current user",
    })
    void rootWhereVersionsOfJavaDoNotAllowIt(String thrown) throws IOException {
        assertThat(failures(OWN, 0).noReply(wrapped(thrown)).getMessage())
                .contains("run as its user: sudo -u root java -jar tlsleak.jar");
    }

    @Test
    void aLibraryThatCannotBeLoaded() throws IOException {
        Throwable thrown = new UnsatisfiedLinkError("/tmp is noexec");
        assertThat(failures(OWN, -1).noReply(thrown).getMessage())
                .contains("(/tmp is noexec)", "-Djna.tmpdir=DIR before -jar");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSocketFileThatNobodyListensOn() throws IOException {
        Path socket = Path.of("/tmp/.java_pid" + OWN);
        if (Files.exists(socket)) {
            return;
        }
        Files.createFile(socket);
        try {
            assertThat(failures(OWN, -1).noReply(wrapped("Connection refused")).getMessage())
                    .endsWith(
                            socket
                                    + " was left behind by an earlier process; remove that file and"
                                    + " try again");
        } finally {
            Files.delete(socket);
        }
    }

    @Test
    void aProcessThatHasEnded() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        AttachFailures failures = failures(gone.pid(), -1);
        String said = "JVM " + gone.pid() + " (Shop) ended while tlsleak was attaching";
        assertThat(failures.noReply(null).getMessage()).startsWith(said);
        assertThat(failures.noReply(wrapped("x")).getMessage()).startsWith(said);
        assertThat(failures.late(30_000).getMessage()).startsWith(said);
    }

    @Test
    void aProcessThatDoesNotAnswer() throws IOException {
        assertThat(failures(OWN, -1).late(30_000).getMessage())
                .contains("does not answer within 30 s", "-Dtlsleak.attach.timeout=SECONDS");
    }
}
