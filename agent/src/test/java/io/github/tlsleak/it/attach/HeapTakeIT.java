package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command {@code heap} takes a dump of a running JVM, and leaves nothing behind. */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class HeapTakeIT {

    private static final String FULL = "io.github.tlsleak.apps.attach.FullHeap";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path directory;

    private Path tmp;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @BeforeEach
    void tmp() throws IOException {
        tmp = Files.createDirectory(directory.resolve("tmp"));
    }

    private Cli cli(Jdk jdk) {
        return Cli.on(jdk).temporary(tmp);
    }

    private static void untouched(TlsServiceJvm target) throws Exception {
        assertThat(new Proc(target.pid()).uses(AgentJvm.JAR)).as("jar in the JVM").isFalse();
        assertThat(target.endsWell().err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingIsLoadedAndNothingIsLeft(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.busy(jdk)) {
            Ended heap = cli(jdk).run("heap", target.pid(), "--yes");
            assertThat(heap.exitCode()).as(heap.everything()).isZero();
            assertThat(heap.err().get(0))
                    .contains("JVM " + target.pid(), "will stop for a full collection", "free");
            assertThat(heap.out()).as(heap.everything()).isNotEmpty();
            assertThat(tmp).isEmptyDirectory();
            target.serves(2);
            untouched(target);
        }
    }

    /** A command line of any Java takes the dump of any JVM, without the JDK's classes, too. */
    @ParameterizedTest
    @MethodSource("jdks")
    void aRuntimeWithoutTheAttachApi(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            Path kept = directory.resolve("kept.hprof");
            Ended heap =
                    cli(Jdk.own())
                            .jvm("--limit-modules=java.base,java.logging,jdk.zipfs")
                            .run("heap", target.pid(), "--yes", "--keep", kept);
            assertThat(heap.exitCode()).as(heap.everything()).isZero();
            isKept(kept);
            untouched(target);
        }
    }

    @Test
    void aKeptDump() throws Exception {
        Path kept = directory.resolve("kept.hprof");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(Jdk.own())) {
            Object[] command = {"heap", target.pid(), "--yes", "--keep", kept};
            Ended heap = cli(Jdk.own()).run(command);
            assertThat(heap.exitCode()).as(heap.everything()).isZero();
            isKept(kept);
            Ended again = cli(Jdk.own()).run(command);
            assertThat(again.exitCode()).as(again.everything()).isEqualTo(4);
            assertThat(again.err()).hasSize(1);
            assertThat(again.err().get(0)).contains(kept + " exists already");
            Ended file = cli(Jdk.own()).run("heap", kept);
            assertThat(file.exitCode()).as(file.everything()).isZero();
            untouched(target);
        }
    }

    private void isKept(Path kept) throws IOException {
        assertThat(Files.getPosixFilePermissions(kept))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (InputStream in = Files.newInputStream(kept)) {
            byte[] begin = in.readNBytes(12);
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("JAVA PROFILE");
        }
        assertThat(tmp).isEmptyDirectory();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(kept, tmp);
        }
    }

    /** A test has no terminal. */
    @Test
    void notWithoutConsent() throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(Jdk.own())) {
            Ended heap = cli(Jdk.own()).run("heap", target.pid());
            assertThat(heap.exitCode()).as(heap.everything()).isEqualTo(2);
            assertThat(heap.out()).isEmpty();
            assertThat(heap.err()).hasSize(1);
            assertThat(heap.err().get(0)).contains("full collection", "Nothing was done", "--yes");
            assertThat(Path.of("/tmp/.java_pid" + target.pid())).doesNotExist();
            untouched(target);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aJvmThatRefuses(Jdk jdk) throws Exception {
        AgentJvm jvm = new AgentJvm(jdk).withoutAgent().jvm("-XX:+DisableAttachMechanism");
        try (TlsServiceJvm target = TlsServiceJvm.of(jvm)) {
            Ended heap = cli(jdk).run("heap", target.pid(), "--yes");
            assertThat(heap.exitCode()).as(heap.everything()).isEqualTo(3);
            assertThat(heap.err()).hasSize(1);
            assertThat(heap.err().get(0))
                    .contains("-XX:+DisableAttachMechanism; start it without that option");
            untouched(target);
        }
    }

    @Test
    void aJvmThatRefusesAgentsOnly() throws Exception {
        AgentJvm jvm =
                new AgentJvm(Jdk.own())
                        .withoutAgent()
                        .jvm("-XX:+IgnoreUnrecognizedVMOptions", "-XX:-EnableDynamicAgentLoading");
        try (TlsServiceJvm target = TlsServiceJvm.of(jvm)) {
            Ended heap = cli(Jdk.own()).run("heap", target.pid(), "--yes");
            assertThat(heap.exitCode()).as(heap.everything()).isZero();
            untouched(target);
        }
    }

    /** Not even root can make a directory there. */
    @Test
    void aDirectoryThatCannotBeWritten() throws Exception {
        Path no = Path.of("/proc");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(Jdk.own())) {
            Ended heap = Cli.on(Jdk.own()).temporary(no).run("heap", target.pid(), "--yes");
            assertThat(heap.exitCode()).as(heap.everything()).isEqualTo(4);
            assertThat(heap.err()).hasSize(1);
            assertThat(heap.err().get(0)).contains(no.toString(), "-Djava.io.tmpdir=DIR");
            untouched(target);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aJvmThatDiesDuringTheDump(Jdk jdk) throws Exception {
        try (Forked target = full(jdk);
                Forked heap = cli(jdk).start("heap", target.pid(), "--yes")) {
            awaitDump();
            ProcessHandle.of(target.pid()).orElseThrow().destroyForcibly();
            Ended ended = Cli.ended(heap);
            assertThat(ended.exitCode()).as(ended.everything()).isEqualTo(3);
            assertThat(ended.err()).hasSize(2);
            assertThat(ended.err().get(1))
                    .contains("JVM " + target.pid(), "ended before its dump was complete");
            assertThat(tmp).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aCommandThatIsStoppedDuringTheDump(Jdk jdk) throws Exception {
        try (Forked target = full(jdk);
                Forked heap = cli(jdk).start("heap", target.pid(), "--yes")) {
            awaitDump();
            ProcessHandle.of(heap.pid()).orElseThrow().destroy();
            assertThat(Cli.ended(heap).exitCode()).isNotZero();
            assertThat(tmp).isEmptyDirectory();
            // the JVM completes what it has begun
            target.release();
            target.endsWell(SOON);
            assertThat(tmp).isEmptyDirectory();
            assertThat(target.err()).isEmpty();
        }
    }

    private static Forked full(Jdk jdk) throws Exception {
        Forked target = new AgentJvm(jdk).withoutAgent().jvm("-Xmx512m").start(FULL, "200");
        target.awaitOut("ready"::equals, SOON);
        return target;
    }

    /** Waits until the JVM has created the file. */
    private void awaitDump() {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> {
                            try (Stream<Path> files = Files.walk(tmp)) {
                                return files.anyMatch(file -> file.endsWith("heap.hprof"));
                            }
                        });
    }
}
