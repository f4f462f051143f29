package io.github.tlsleak.it.attach;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Commands that run at the same time, are killed, or cannot be answered. */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class CommandsAtOnceIT {

    private static final Jdk JDK = Jdk.own();

    @TempDir Path directory;

    @Test
    void ofTwoAttachesOneComesFirst() throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.busy(JDK)) {
            List<Ended> both = atOnce("attach", target);
            assertThat(both).allMatch(cli -> cli.exitCode() == 0, "exit code 0");
            assertThat(both)
                    .filteredOn(cli -> String.join("\n", cli.out()).contains("already running"))
                    .hasSize(1);
            target.serves(20);
            target.endsWell();
        }
    }

    @Test
    void twoCommandsAreBothAnswered() throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.premain(JDK, "")) {
            for (String command : List.of("status", "dump")) {
                for (Ended cli : atOnce(command, target)) {
                    assertThat(cli.exitCode()).as(cli.everything()).isZero();
                    assertThat(cli.out()).isNotEmpty();
                }
            }
            target.endsWell();
        }
    }

    private List<Ended> atOnce(String command, TlsServiceJvm target) throws Exception {
        List<Ended> ended = new ArrayList<>();
        try (Forked one = Cli.on(JDK).temporary(directory).start(command, target.pid());
                Forked two = Cli.on(JDK).temporary(directory).start(command, target.pid())) {
            ended.add(Cli.ended(one));
            ended.add(Cli.ended(two));
        }
        assertThat(requests()).isEmpty();
        return ended;
    }

    /** The command is killed as soon as its request is there. The next command tidies up. */
    @Test
    void killedCommandLeavesNothingForLong() throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.premain(JDK, "")) {
            for (String command : List.of("dump", "status")) {
                try (Forked cli = Cli.on(JDK).temporary(directory).start(command, target.pid())) {
                    await().until(() -> !requests().isEmpty() || !cli.isAlive());
                    cli.close();
                    cli.exitCode(AppRun.LONG);
                }
                Ended next = Cli.on(JDK).temporary(directory).run("status", target.pid());
                assertThat(next.exitCode()).as(next.everything()).isZero();
                assertThat(requests()).isEmpty();
            }
            target.serves(20);
            target.endsWell();
        }
    }

    @Test
    void answerOnFullDiskIsOneLine() throws Exception {
        Path small = Files.createDirectory(directory.resolve("small"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "none", small), "cannot mount");
        try (TlsServiceJvm target = TlsServiceJvm.premain(JDK, "")) {
            fillButOnePage(small.resolve("filler"));
            Ended cli = Cli.on(JDK).temporary(small).run("status", target.pid());
            assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(3);
            assertThat(cli.err().get(0)).startsWith("tlsleak").containsPattern("full|space");
            Files.delete(small.resolve("filler"));
            Ended next = Cli.on(JDK).temporary(small).run("status", target.pid());
            assertThat(next.exitCode()).as(next.everything()).isZero();
            assertThat(next.out()).anyMatch(line -> line.matches("errors\\s+none"));
            target.serves(20);
        } finally {
            run("umount", small);
        }
    }

    /** The request fits into the directory, the reply does not. */
    private static void fillButOnePage(Path file) throws IOException {
        int page = 4096;
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[page]);
            }
        } catch (IOException e) {
            try (var channel = FileChannel.open(file, WRITE)) {
                channel.truncate(channel.size() - page);
            }
        }
    }

    private List<Path> requests() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().startsWith("tlsleak-")).toList();
        }
    }

    private static boolean run(Object... command) throws Exception {
        List<String> words = Stream.of(command).map(Object::toString).toList();
        return new ProcessBuilder(words).start().waitFor() == 0;
    }
}
