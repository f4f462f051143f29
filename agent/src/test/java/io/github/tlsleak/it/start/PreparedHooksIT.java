package io.github.tlsleak.it.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jars;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JDK's classes get the hooks that were prepared for them, and hooks that are woven where their
 * bytes, or the JDK, were not known. Leaks are found either way.
 */
@Execution(ExecutionMode.CONCURRENT)
class PreparedHooksIT {

    private static final String PREPARED = "io/github/tlsleak/agent/instrument/prepared";
    private static final String ASM = "io/github/tlsleak/agent/lib/bytebuddy/jar/asm";

    @TempDir Path directory;

    static List<Arguments> runs() {
        List<Arguments> runs = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            runs.add(arguments(jdk, "volume.SomeLeaks", ""));
            runs.add(arguments(jdk, "socket.SocketDropped", "await"));
        }
        return runs;
    }

    /** Sockets and engines of the JDK need nothing that writes code. */
    @ParameterizedTest
    @MethodSource("runs")
    void aKnownJdkNeedsNoAsm(Jdk jdk, String program, String peer) throws Exception {
        Path jar = Jars.changed(directory.resolve("no-asm.jar"), PreparedHooksIT::dropAsm);
        Ended ended = run(jdk, jar, program, peer);
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isOne();
        assertThat(ended.err()).noneMatch(line -> line.contains("coverage lost"));
    }

    /** As if another agent had changed the classes before. */
    @ParameterizedTest
    @MethodSource("runs")
    void classesThatAreNotTheKnownOnesAreWoven(Jdk jdk, String program, String peer)
            throws Exception {
        Path jar = Jars.changed(directory.resolve("others.jar"), PreparedHooksIT::changeSums);
        endsWell(run(jdk, jar, program, peer));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void anUnknownJdkIsWoven(Jdk jdk, String program, String peer) throws Exception {
        Path jar = Jars.changed(directory.resolve("unknown.jar"), PreparedHooksIT::dropHooks);
        endsWell(run(jdk, jar, program, peer));
    }

    private static void endsWell(Ended ended) {
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isOne();
        assertThat(ended.warnings()).isEmpty();
        assertThat(ended.otherErr()).isEmpty();
        assertThat(ended.report().summary().path("agentErrors").asInt()).isZero();
    }

    private Ended run(Jdk jdk, Path jar, String program, String peer) throws Exception {
        AppRun run =
                new AppRun(jdk, directory)
                        .withoutAgent()
                        .jvm("-javaagent:" + jar + "=report=" + directory.resolve("report.jsonl"))
                        .untilReported(1);
        Ended ended =
                peer.isEmpty() ? run.runAlone(program, "1") : run.runWithPeer(program, peer, "1.2");
        assertThat(ended.out()).as(ended.everything()).endsWith("DONE");
        assertThat(ended.exitCode()).isZero();
        return ended;
    }

    /** What describes types alone stays: the list of hooks uses it. */
    private static void dropAsm(FileSystem zip) throws IOException {
        List<Path> classes = files(zip.getPath(ASM));
        classes.removeIf(file -> file.endsWith("Type.class"));
        assertThat(classes).hasSizeGreaterThan(20);
        delete(classes);
    }

    private static void dropHooks(FileSystem zip) throws IOException {
        delete(hooks(zip));
    }

    /** Hooks of the same names, for classes that this JDK does not have. */
    private static void changeSums(FileSystem zip) throws IOException {
        for (Path file : hooks(zip)) {
            Files.write(file, OtherSums.of(Files.readAllBytes(file)));
        }
    }

    private static List<Path> hooks(FileSystem zip) throws IOException {
        List<Path> hooks = files(zip.getPath(PREPARED));
        hooks.removeIf(file -> !file.toString().endsWith(".hooks"));
        assertThat(hooks).as("in " + AgentJvm.JAR).isNotEmpty();
        return hooks;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.toList());
        }
    }

    private static void delete(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
