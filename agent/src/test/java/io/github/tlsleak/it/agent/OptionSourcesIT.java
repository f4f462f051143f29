package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sources of options, and programs that must not be followed. */
class OptionSourcesIT {

    private static final String PROGRAM = "bad.EndsWithoutTls";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @Test
    void argumentsWin() throws Exception {
        assertThat(options(withAll().option("sample", 2))).contains("sample=2");
    }

    @Test
    void systemPropertyComesNext() throws Exception {
        assertThat(options(withAll())).contains("sample=3").doesNotContain("sample=2");
    }

    @Test
    void environmentComesNext() throws Exception {
        AppRun run = withConfig().environment("TLSLEAK_SAMPLE", "4");
        assertThat(options(run)).contains("sample=4");
    }

    @Test
    void configFileComesLast() throws Exception {
        assertThat(options(withConfig())).contains("sample=5").contains("stack.depth=50");
    }

    @Test
    void configFileMayBeNamedAnywhere() throws Exception {
        Path config = config();
        AppRun byProperty = new AppRun(Jdk.own(), directory).jvm("-Dtlsleak.config=" + config);
        assertThat(options(byProperty)).contains("sample=5");
        AppRun byEnvironment =
                new AppRun(Jdk.own(), directory).environment("TLSLEAK_CONFIG", config.toString());
        assertThat(options(byEnvironment)).contains("sample=5");
    }

    @Test
    void badValueGivesWayToTheNextSource() throws Exception {
        Ended ended = withAll().option("sample", "none").run(PROGRAM);
        assertThat(ended.report().of("meta").get(0).path("options").asText()).contains("sample=3");
        assertThat(ended.warnings()).as(ended.everything()).hasSize(1);
        assertThat(ended.warnings().get(0)).contains("agent argument sample=none");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void disabledAgentDoesNothing(Jdk jdk) throws Exception {
        Ended ended =
                new AppRun(jdk, directory)
                        .option("enabled", false)
                        .jvm("-verbose:class")
                        .runAlone("volume.SomeLeaks", "1");
        assertThat(ended.err()).as(ended.everything()).isEmpty();
        assertThat(ended.out()).contains("DONE");
        assertThat(ended.out()).noneMatch(line -> line.contains("TlsLeakHooks"));
        assertThat(directory.resolve("report.jsonl")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void toolsOfTheJdkAreLeftAlone(Jdk jdk) throws Exception {
        for (String[] tool : new String[][] {{"keytool", "-help"}, {"javac", "-version"}}) {
            Ended ended = tool(jdk, "", tool);
            assertThat(ended.log()).as(ended.everything()).isEmpty();
            assertThat(ended.out()).noneMatch(line -> line.contains("tlsleak"));
            assertThat(directory.resolve("report.jsonl")).as(tool[0]).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void toolsAreWatchedOnRequest(Jdk jdk) throws Exception {
        Ended ended = tool(jdk, ",tools=true", "keytool", "-help");
        assertThat(ended.report().of("meta")).as(ended.everything()).hasSize(1);
        assertThat(ended.report().of("summary")).hasSize(1);
        assertThat(ended.report().of("meta").get(0).path("main").asText()).endsWith(".Main");
    }

    private Ended tool(Jdk jdk, String options, String... command) throws Exception {
        String[] all = command.clone();
        all[0] = jdk.home().resolve("bin").resolve(command[0]).toString();
        Path report = directory.resolve("report.jsonl");
        String agent =
                "-javaagent:" + AgentJvm.JAR.toAbsolutePath() + "=report=" + report + options;
        var environment = Map.of("JAVA_TOOL_OPTIONS", agent);
        try (Forked tool = Forked.start(new ProcessBuilder(all), environment)) {
            tool.release();
            int code = tool.exitCode(AppRun.LONG);
            assertThat(tool.err()).anyMatch(l -> l.startsWith("Picked up JAVA_TOOL_OPTIONS"));
            return new Ended(code, tool.pid(), tool.out(), tool.err(), Report.read(report));
        }
    }

    private AppRun withAll() throws Exception {
        return withConfig().environment("TLSLEAK_SAMPLE", "4").jvm("-Dtlsleak.sample=3");
    }

    private AppRun withConfig() throws Exception {
        return new AppRun(Jdk.own(), directory).option("config", config());
    }

    private Path config() throws Exception {
        return Files.writeString(
                directory.resolve("tlsleak.properties"), "sample=5\nstack.depth = 50\n");
    }

    private static String options(AppRun run) throws Exception {
        Ended ended = run.run(PROGRAM);
        assertThat(ended.err()).as(ended.everything()).isEmpty();
        List<JsonNode> metas = ended.report().of("meta");
        return metas.get(metas.size() - 1).path("options").asText();
    }
}
