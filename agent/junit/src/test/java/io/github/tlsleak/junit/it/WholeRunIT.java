package io.github.tlsleak.junit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One property guards all tests; other engines; tests at the same time; the report file. */
class WholeRunIT {

    @TempDir Path project;

    @Test
    void onePropertyGuardsAllTests() throws Exception {
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Played played =
                Launch.own()
                        .samples()
                        .in(project)
                        .before(Path.of("src/samples/engine").toAbsolutePath())
                        .with(
                                "-Djunit.jupiter.extensions.autodetection.enabled=true",
                                "-Djunit.jupiter.execution.parallel.enabled=true",
                                "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                                "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=4")
                        .play("SettingsTest", "ParallelTest");
        assertThat(played.failed("SettingsTest")).contains("SettingsTest]/[method:unguarded()]");
        assertThat(played.failed("ParallelTest"))
                .containsExactly("ParallelTest]/[method:forgets()]");
        // what the tests of another engine leak is said, and in the report
        assertThat(played.text())
                .contains(
                        "[tlsleak] WARN no test can fail for this: TLS session leaked",
                        "  test      a leak of Tiny");
        Path report = project.resolve("target/tlsleak-report.jsonl");
        assertThat(Files.readString(report))
                .contains("\"type\":\"leak\"", "a leak of Tiny", "ParallelTest.forgets()");
    }

    /** The report keeps what was written, in a directory that did not exist. */
    @Test
    void theReportSurvivesTheJvm() throws Exception {
        Path report = project.resolve("new/directory/leaks.jsonl");
        Played played =
                Launch.own()
                        .samples()
                        .in(project)
                        .with("-Dtlsleak.junit.report=" + report)
                        .play("HaltTest");
        assertThat(played.exit()).as(played.text()).isEqualTo(9);
        assertThat(played.failed("HaltTest")).containsExactly("HaltTest]/[method:leaks()]");
        assertThat(Files.readString(report)).contains("\"type\":\"leak\"", "HaltTest.leaks()");
    }

    /** As modules, where each jar is one of its own. */
    @Test
    void modulesAreGuarded() throws Exception {
        Path samples = Jars.samples(project.resolve("samples.jar"));
        Played played =
                Launch.own()
                        .samples()
                        .in(project)
                        .playModules(samples, "LateTest", "SettingsTest", "FieldTest");
        assertThat(played.failed("LateTest")).as(played.text()).containsExactly("LateTest]");
        assertThat(played.failed("SettingsTest")).contains("SettingsTest]/[method:guardedAlone()]");
        // JUnit's module is not open to others: the instance is not released
        assertThat(played.failed("FieldTest")).contains("FieldTest]");
    }
}
