package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OtherUser;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The target and the command line belong to different users. */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class OtherUserIT {

    private static final Jdk JDK = Jdk.own();

    private Path directory;

    @BeforeEach
    void directory() throws IOException {
        OtherUser.assumeReadable(JDK.home(), AgentJvm.JAR, AgentJvm.SCENARIO_CLASSES);
        directory = OtherUser.openDirectory();
    }

    @AfterEach
    void removeDirectory() throws IOException {
        if (directory != null) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    @Test
    void otherUserIsRefused() throws Exception {
        try (TlsServiceJvm target = targetOf(OtherUser.ONE)) {
            for (String command : List.of("attach", "detach", "status", "heap")) {
                Ended cli =
                        Cli.on(JDK).under(OtherUser.as(OtherUser.OTHER)).run(command, target.pid());
                assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(3);
                assertThat(cli.out()).isEmpty();
                assertThat(cli.err().get(0)).as(cli.everything()).contains("user");
            }
            assertThat(new Proc(target.pid()).uses(AgentJvm.JAR)).isFalse();
            target.endsWell();
        }
    }

    @Test
    void listNamesTheJvmAndTheReason() throws Exception {
        try (TlsServiceJvm target = targetOf(OtherUser.ONE)) {
            Ended cli = Cli.on(JDK).under(OtherUser.as(OtherUser.OTHER)).run("list");
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            assertThat(cli.out())
                    .as(cli.everything())
                    .anyMatch(line -> line.matches("\\s*" + target.pid() + "\\s.*user.*"));
            target.endsWell();
        }
    }

    @Test
    void sameUserAttaches() throws Exception {
        wholeRound(
                Cli.on(JDK).under(OtherUser.as(OtherUser.ONE)),
                Cli.on(JDK).under(OtherUser.as(OtherUser.ONE)));
    }

    @Test
    void rootAttaches() throws Exception {
        wholeRound(Cli.on(JDK), Cli.on(JDK));
    }

    /** The JVM writes the dump as its own user. Root keeps it. */
    @Test
    void rootDumpsTheHeap() throws Exception {
        Path kept = directory.resolve("kept.hprof");
        try (TlsServiceJvm target = targetOf(OtherUser.ONE)) {
            Ended heap = Cli.on(JDK).run("heap", target.pid(), "--yes", "--keep", kept);
            assertThat(heap.exitCode()).as(heap.everything()).isZero();
            assertThat(Files.getAttribute(kept, "unix:uid")).isEqualTo(0);
            assertThat(Files.getPosixFilePermissions(kept))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).containsExactly(kept);
            }
            assertThat(target.endsWell().err()).isEmpty();
        }
    }

    private void wholeRound(Cli attach, Cli detach) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = targetOf(OtherUser.ONE)) {
            Ended on = attach.run("attach", target.pid(), "report=" + report);
            assertThat(on.exitCode()).as(on.everything()).isZero();
            target.leak(1, report, 2);
            assertThat(Files.getAttribute(report, "unix:uid")).isEqualTo(OtherUser.ONE);
            Ended off = detach.run("detach", target.pid());
            assertThat(off.exitCode()).as(off.everything()).isZero();
            target.endsWell();
        }
        assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
    }

    private static TlsServiceJvm targetOf(int uid) throws Exception {
        AgentJvm jvm = new AgentJvm(JDK).withoutAgent();
        ProcessBuilder builder = jvm.command(TlsServiceJvm.PROGRAM, "0", "1", "2");
        List<String> command = new ArrayList<>(OtherUser.as(uid));
        command.addAll(builder.command());
        Forked app = Forked.start(builder.command(command));
        // in a directory like /tmp the JVM itself cannot remove a file of another user's JVM
        app.clearAttachFiles();
        return TlsServiceJvm.of(app);
    }
}
