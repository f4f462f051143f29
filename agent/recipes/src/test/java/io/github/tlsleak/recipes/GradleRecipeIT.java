package io.github.tlsleak.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The recipe for Gradle: its block is evaluated by Gradle's classes, and what it sets is used with
 * plain JVMs. Gradle's tasks themselves are not run.
 */
class GradleRecipeIT {

    private static final String GRADLE = System.getProperty("gradle.classpath", "");

    /** Gradle 8.9 reads no class files of newer ones. */
    private static final int NEWEST_JAVA = 22;

    @Test
    void theBlockStartsTestsWithTheAgentAndChecksThem() throws Exception {
        assumeTrue(!GRADLE.isEmpty(), "Gradle's classes are fetched with -Pgradle only");
        assumeTrue(Runtime.version().feature() <= NEWEST_JAVA, "Gradle 8.9 needs an older Java");
        Sample leaking = Sample.of("gradle", "leaking");
        assertThat(check(leaking)).isEqualTo(1);
        assertThat(Files.readString(leaking.file("output.txt")))
                .contains("> shop.PriceTest.asksForThePrice(PriceTest.java:")
                .contains("--fail-on leak: 1 finding at 1 site");
        assertThat(check(Sample.of("gradle", "clean"))).isZero();
    }

    /** Runs the sample's test and the check, as the block says; returns the check's exit code. */
    private static int check(Sample sample) throws Exception {
        List<String> lines = evaluate(sample);
        assertThat(lines).contains("after test");
        List<String> java = new ArrayList<>(List.of(java()));
        java.addAll(ofKind(lines, "jvm"));
        assertThat(java).hasSize(2);
        // what the task does first
        Files.createDirectories(sample.file("build/tlsleak/test"));
        java.addAll(List.of("-cp", PlainJvm.compile(sample), PlainJvm.MAIN));
        Shell test = Shell.run(sample, java, Map.of());
        assertThat(test.exitCode()).as(test.output()).isZero();
        List<String> check = new ArrayList<>(List.of(java(), "-cp"));
        check.add(System.getProperty("tlsleak.jar"));
        check.addAll(ofKind(lines, "check"));
        return Shell.run(sample, check, Map.of()).exitCode();
    }

    private static List<String> evaluate(Sample sample) throws Exception {
        Path repository = Path.of("../maven-plugin/target/it-repository").toAbsolutePath();
        sample.write(
                "build.gradle",
                "apply plugin: 'java'\nrepositories { maven { url = uri('"
                        + repository.normalize()
                        + "') } }\n"
                        + new CiPage().block("Gradle", "groovy"));
        Shell shell =
                Shell.run(
                        sample,
                        List.of(
                                java(),
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                Path.of("target/test-classes").toAbsolutePath()
                                        + File.pathSeparator
                                        + GRADLE,
                                GradleBlock.class.getName(),
                                sample.directory().toString()),
                        Map.of());
        assertThat(shell.exitCode()).as(shell.output()).isZero();
        return shell.output().lines().toList();
    }

    private static List<String> ofKind(List<String> lines, String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + ' '))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
