package io.github.tlsleak.cli.heap.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.tlsleak.cli.attach.HeapDumper;
import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.jvm.AgentPresence;
import io.github.tlsleak.cli.jvm.HeapUse;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.report.read.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Dumps of JVMs that only seem to write them. */
class DumpTakerTest {

    private static final long OWN = ProcessHandle.current().pid();
    private static final HeapUse USE = HeapUse.counted(1000);
    private static final HeapDumper GOOD = (jvm, file) -> write(file, "Heap dump file created [4]");

    @TempDir Path dir;

    private Path tmp;
    private LocalJvm jvm;

    private static String write(Path file, String answer) throws IOException {
        Files.writeString(file, "dump");
        return answer;
    }

    private static LocalJvm jvm(long pid) {
        return new LocalJvm(pid, "Shop", "17", AgentPresence.NONE, null, -1);
    }

    @BeforeEach
    void tmp() throws IOException {
        tmp = Files.createDirectory(dir.resolve("tmp"));
        jvm = jvm(OWN);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(tmp).isEmptyDirectory();
    }

    private DumpTaker taker(HeapDumper dumper) {
        return new DumpTaker(dumper, tmp, 200);
    }

    private TakenDump take(HeapDumper dumper) throws Exception {
        DumpTaker taker = taker(dumper);
        return taker.take(taker.plan(jvm, USE, null), Progress.NONE);
    }

    private void unreachable(HeapDumper dumper, String... said) {
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> take(dumper))
                .satisfies(e -> assertThat(e.getMessage()).contains(said).doesNotContain("\n"));
    }

    private void fails(HeapDumper dumper, String... said) {
        assertThatIOException()
                .isThrownBy(() -> take(dumper))
                .satisfies(e -> assertThat(e.getMessage()).contains(said).doesNotContain("\n"));
    }

    @Test
    void aDumpIsThereUntilItIsClosed() throws Exception {
        try (TakenDump dump = take(GOOD)) {
            assertThat(dump.file()).hasContent("dump").startsWith(tmp);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseSeesIt() throws Exception {
        try (TakenDump dump = take(GOOD)) {
            Path directory = dump.file().getParent();
            assertThat(Files.getPosixFilePermissions(directory))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aKeptDumpStays() throws Exception {
        Path kept = dir.resolve("kept.hprof");
        DumpTaker taker = taker(GOOD);
        DumpPlan plan = taker.plan(jvm, USE, kept);
        try (TakenDump dump = taker.take(plan, Progress.NONE)) {
            assertThat(dump.file()).isEqualTo(kept).hasContent("dump");
        }
        assertThat(kept).hasContent("dump");
        assertThat(Files.getPosixFilePermissions(kept))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(dir)) {
            assertThat(files).containsExactlyInAnyOrder(kept, tmp);
        }
    }

    /** A file that appears while the dump is written stays as it is. */
    @Test
    void aFileThatCameMeanwhile() throws Exception {
        Path kept = dir.resolve("kept.hprof");
        DumpTaker taker = taker(GOOD);
        DumpPlan plan = taker.plan(jvm, USE, kept);
        Files.writeString(kept, "other");
        assertThatIOException()
                .isThrownBy(() -> taker.take(plan, Progress.NONE))
                .withMessageContaining("kept.hprof exists already");
        assertThat(kept).hasContent("other");
    }

    @Test
    void whatTheJvmSaysIsPassedOn() {
        fails(
                (target, file) ->
                        write(file, "0\nDumping heap to x ...\nNo space left on device\n"),
                "JVM " + OWN + " (Shop) could not write its dump to " + tmp,
                ": No space left on device; nothing is left of it; choose another directory with"
                        + " -Djava.io.tmpdir=DIR");
        fails((target, file) -> "\n", "it gave no reason");
    }

    @Test
    void aDumpThatIsNotThere() {
        fails((target, file) -> HeapDumper.CREATED, "it is not in " + tmp, "container");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsNoDump() throws IOException {
        Path secret = Files.writeString(dir.resolve("secret"), "secret");
        fails(
                (target, file) -> {
                    Files.createSymbolicLink(file, secret);
                    return HeapDumper.CREATED;
                },
                "it is not in " + tmp);
        assertThat(secret).hasContent("secret");
    }

    @Test
    void aJvmThatCannotBeAsked() {
        unreachable(
                (target, file) -> {
                    throw new IOException("no luck");
                },
                "cannot attach to JVM " + OWN,
                "no luck; start it with -XX:+HeapDumpOnOutOfMemoryError");
    }

    @Test
    void aJvmThatDoesNotBegin() {
        CountDownLatch never = new CountDownLatch(1);
        unreachable(
                (target, file) -> {
                    never.await();
                    return "";
                },
                "does not answer within 0 s");
        never.countDown();
    }

    @Test
    void aJvmThatStopsHalfWay() {
        CountDownLatch never = new CountDownLatch(1);
        unreachable(
                (target, file) -> {
                    write(file, "");
                    never.await();
                    return "";
                },
                "has written nothing for",
                "-Dtlsleak.attach.timeout=SECONDS");
        never.countDown();
    }

    @Test
    void aJvmThatDiesHalfWay() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        jvm = jvm(process.pid());
        unreachable(
                (target, file) -> {
                    write(file, "");
                    process.destroyForcibly().waitFor();
                    return "";
                },
                "JVM " + process.pid() + " (Shop) ended before its dump was complete");
    }

    @Test
    void theProgressIsWhatIsWritten() throws Exception {
        AtomicLong written = new AtomicLong();
        Progress progress =
                new Progress() {
                    @Override
                    public void begin(long totalBytes) {}

                    @Override
                    public void read(long bytes) {
                        written.addAndGet(bytes);
                    }

                    @Override
                    public void end() {}
                };
        HeapDumper slow =
                (target, file) -> {
                    write(file, "");
                    while (written.get() < 4) {
                        Thread.sleep(1);
                    }
                    return HeapDumper.CREATED;
                };
        DumpTaker taker = taker(slow);
        taker.take(taker.plan(jvm, USE, null), progress).close();
        assertThat(written).hasValue(4);
    }
}
