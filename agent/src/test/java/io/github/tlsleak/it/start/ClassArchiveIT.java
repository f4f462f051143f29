package io.github.tlsleak.it.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program that starts from an archive of its classes is watched as any other: the archive is
 * used, the leak is found, and neither the JVM nor the agent complains.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class ClassArchiveIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int DYNAMIC_ARCHIVES = 13;
    private static final int LAST_THAT_TAKES_ANY_MODULES = 21;
    private static final int AOT_CACHES = 25;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    /** JEP 350; made without the agent, as it would be made in a build of the program. */
    @ParameterizedTest
    @MethodSource("jdks")
    void anArchiveOfTheProgramIsUsed(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= DYNAMIC_ARCHIVES, jdk + " has no dynamic archives");
        Path archive = directory.resolve("app.jsa");
        run(jdk, false, "-XX:ArchiveClassesAtExit=" + archive);
        assertThat(archive).exists();
        List<String> flags = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive));
        flags.add("-Xlog:class+load");
        if (jdk.major() > LAST_THAT_TAKES_ANY_MODULES) {
            // with any agent it complains of the archive below, which lacks the module of agents
            flags.add("-Xlog:cds=off");
            flags.add("-Xlog:aot=off");
        }
        watched(run(jdk, true, flags.toArray(new String[0])));
    }

    /** JEP 514. The JVM refuses a cache if an agent brings a module that was not there before. */
    @ParameterizedTest
    @MethodSource("jdks")
    void aCacheThatWasTrainedWithTheModuleOfAgentsIsUsed(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= AOT_CACHES, jdk + " makes no caches in one step");
        Path cache = directory.resolve("app.aot");
        run(jdk, false, "--add-modules", "java.instrument", "-XX:AOTCacheOutput=" + cache);
        assertThat(cache).exists();
        watched(run(jdk, true, "-XX:AOTCache=" + cache, "-Xlog:class+load"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aCacheThatWasTrainedWithTheAgentIsUsed(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= AOT_CACHES, jdk + " makes no caches in one step");
        Path cache = directory.resolve("app.aot");
        run(jdk, true, "-XX:AOTCacheOutput=" + cache);
        assertThat(cache).exists();
        Files.delete(report());
        watched(run(jdk, true, "-XX:AOTCache=" + cache, "-Xlog:class+load"));
    }

    private void watched(Forked ended) throws IOException {
        Report report = Report.read(report());
        assertThat(report.numberOfFindings()).as(ended.everything()).isOne();
        assertThat(report.summary().path("agentErrors").asInt()).isZero();
        assertThat(ended.err()).allMatch(line -> line.matches("\\[tlsleak\\].*| .*"));
        List<String> program = new ArrayList<>(ended.out());
        program.removeIf(line -> line.contains("[class,load"));
        assertThat(program).containsExactly("DONE");
        assertThat(ended.out())
                .anyMatch(line -> line.matches(".*apps\\.volume\\.SomeLeaks .*shared objects.*"));
    }

    /** Runs the program to its end. */
    private Forked run(Jdk jdk, boolean agent, String... flags) throws Exception {
        AgentJvm jvm = new AgentJvm(jdk).agentArgs("report=" + report()).jvm(flags);
        if (!agent) {
            jvm.withoutAgent();
        }
        String main = "io.github.tlsleak.apps.volume.SomeLeaks";
        ProcessBuilder command = jvm.command(main, "127.0.0.1", "0", "1.2", "1");
        int classPath = command.command().indexOf("-cp") + 1;
        command.command().set(classPath, program().toString());
        try (Forked app = Forked.start(command)) {
            app.awaitOut(line -> line.equals("DONE"), LONG);
            if (agent) {
                Report.await(report(), 1, LONG);
            }
            app.release();
            assertThat(app.exitCode(LONG)).as(app.everything()).isZero();
            return app;
        }
    }

    private Path report() {
        return directory.resolve("report.jsonl");
    }

    /** An archive takes classes from jars alone. */
    private Path program() throws IOException {
        Path jar = directory.resolve("program.jar");
        if (!Files.exists(jar)) {
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file);
                    Stream<Path> files = Files.walk(AgentJvm.SCENARIO_CLASSES)) {
                for (Path from : files.filter(Files::isRegularFile).sorted().toList()) {
                    Path name = AgentJvm.SCENARIO_CLASSES.relativize(from);
                    out.putNextEntry(new JarEntry(name.toString()));
                    Files.copy(from, out);
                }
            }
        }
        return jar;
    }
}
