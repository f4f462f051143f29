package io.github.tlsleak.it.end;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that looks for its own leaks; the agent attaches itself, or is there. */
@OwnJdkOnly
class TlsLeaksIT {

    private static final String PROGRAM = ChecksItself.class.getName();
    private static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();

    @TempDir Path directory;

    private static List<String> run(AgentJvm jvm, int tests) throws Exception {
        try (Forked app = jvm.start(PROGRAM, String.valueOf(tests))) {
            assertThat(app.exitCode(AppRun.LONG)).as(app.everything()).isZero();
            return app.out();
        }
    }

    private static AgentJvm jvm(Path... jars) {
        return new AgentJvm(Jdk.own()).withoutAgent().with(TEST_CLASSES).with(jars);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SerialGC", "ParallelGC", "G1GC", "ZGC"})
    void eachTestGetsItsOwnLeaks(String collector) throws Exception {
        String flag = "-XX:-UseSerialGC";
        List<String> out = run(jvm(AgentJvm.JAR).jvm(flag, "-XX:+Use" + collector), 8);
        assertFound(out, 8);
    }

    @Test
    void theAgentOfTheCommandLineIsUsed() throws Exception {
        assertFound(run(new AgentJvm(Jdk.own()).with(TEST_CLASSES, AgentJvm.JAR), 4), 4);
    }

    private static void assertFound(List<String> out, int tests) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < tests; i++) {
            boolean leaks = i % 2 == 0;
            expected.add(
                    "test"
                            + i
                            + " settled true, open "
                            + (i % 4 == 3 ? 1 : 0)
                            + ", found "
                            + (leaks ? "[LOST test" + i + " " + PROGRAM + ".open]" : "[]"));
        }
        expected.add("end");
        assertThat(out.stream().map(line -> line.replaceAll("\\(\\w+\\.java:\\d+\\)", "")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void aJvmThatTakesNoAgentSaysWhy() throws Exception {
        List<String> out = run(jvm(AgentJvm.JAR).jvm("-XX:+DisableAttachMechanism"), 1);
        assertThat(out).hasSize(1);
        assertThat(out.get(0)).startsWith("unavailable: ").contains("DisableAttachMechanism");
    }

    @Test
    void aJvmThatCollectsNotOnRequestSaysSo() throws Exception {
        List<String> out = run(jvm(AgentJvm.JAR).jvm("-XX:+DisableExplicitGC"), 1);
        assertThat(out.get(0)).isEqualTo("test0 settled false, open 1, found []");
    }

    @Test
    void anOlderVersionOnTheClassPathIsNamed() throws Exception {
        Path older = older();
        List<String> out = run(jvm(older, AgentJvm.JAR), 1);
        assertThat(out).hasSize(1);
        assertThat(out.get(0))
                .startsWith("unavailable: two versions of tlsleak meet in this JVM: " + older)
                .contains(AgentJvm.JAR.toString())
                .endsWith("keep one version, on the class path and in -javaagent");
    }

    /** A jar with an entry class that answers no tests, as that of a version before. */
    private Path older() throws Exception {
        Path source = Files.createDirectories(directory.resolve("io/github/tlsleak"));
        Path file = source.resolve("TlsLeak.java");
        Files.writeString(file, "package io.github.tlsleak; public final class TlsLeak {}");
        javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString());
        Path jar = directory.resolve("older.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("io/github/tlsleak/TlsLeak.class"));
            out.write(Files.readAllBytes(source.resolve("TlsLeak.class")));
        }
        try (JarFile made = new JarFile(jar.toFile())) {
            assertThat(made.size()).isEqualTo(1);
        }
        return jar;
    }
}
