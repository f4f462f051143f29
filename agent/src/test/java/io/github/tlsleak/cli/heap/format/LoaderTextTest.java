package io.github.tlsleak.cli.heap.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.apps.heap.redeploy.Container;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.heap.dump.TestDumps;
import io.github.tlsleak.cli.heap.model.HeapReader;
import io.github.tlsleak.cli.heap.model.HeapReport;
import io.github.tlsleak.cli.report.format.text.TextStyle;
import io.github.tlsleak.cli.report.read.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group whose path begins in a web application tells who holds the application's loader. */
class LoaderTextTest {

    private static final String PACKAGE = Container.class.getPackageName() + ".";
    private static HeapReport report;

    @BeforeAll
    static void read(@TempDir Path directory) throws Exception {
        String[] deployed = {"worker", "timer", "timer", "driver", "registry"};
        try (HeapDump dump = TestDumps.of(Container.class, directory, deployed)) {
            String asked = PACKAGE + "WebApp$Connected";
            report = HeapReader.read(dump, "x", asked, List.of(), Progress.NONE);
        }
    }

    private static String written(String format) throws IOException {
        StringWriter to = new StringWriter();
        new HeapFormats(10, TextStyle.FILE).write(format, report, to);
        return to.toString();
    }

    @Test
    void linesBelowThePath() throws Exception {
        assertThat(written("text").replace(PACKAGE, "P."))
                .contains(
                        String.join(
                                System.lineSeparator(),
                                "    static P.WebApp.IDLE -> ArrayDeque[*]",
                                "    in the application: static P.WebApp.IDLE",
                                "    2 loaders of 5 of them  java.net.URLClassLoader held by: thread"
                                        + " \"timer-*\" -> TimerThread.contextClassLoader",
                                "    loader of 5 of them  java.net.URLClassLoader held by: static"
                                        + " P.Container.REGISTRY -> ArrayList[*] -> instance of"
                                        + " P.WebApp$Connected",
                                "    loader of 4 of them  java.net.URLClassLoader held by: static"
                                        + " java.sql.DriverManager.registeredDrivers ->"
                                        + " CopyOnWriteArrayList[*] -> DriverInfo.driver -> instance of"
                                        + " P.WebApp$NoDriver",
                                "    ... and 1 other loader",
                                ""));
    }

    @Test
    void jsonHasAll() throws Exception {
        JsonNode group = new ObjectMapper().readTree(written("json")).path("groups").get(0);
        assertThat(group.path("count").asInt()).isEqualTo(15);
        JsonNode loaders = group.path("loaders");
        assertThat(loaders).hasSize(4);
        JsonNode last = loaders.get(3);
        assertThat(last.path("loader").asText()).isEqualTo("java.net.URLClassLoader");
        assertThat(last.path("holding").asText()).isEqualTo("strong");
        assertThat(last.path("loaders").asInt()).isEqualTo(1);
        assertThat(last.path("objects").asInt()).isEqualTo(1);
        assertThat(last.path("path").get(0).path("step").asText()).isEqualTo("thread \"worker-*\"");
    }

    @Test
    void noneForTheLoaderOfTheClassPath() throws Exception {
        JsonNode groups = new ObjectMapper().readTree(written("json")).path("groups");
        assertThat(groups).hasSize(2);
        assertThat(groups.get(1).path("path").get(0).path("step").asText())
                .isEqualTo("static " + PACKAGE + "Container.REGISTRY");
        assertThat(groups.get(1).has("loaders")).isFalse();
    }
}
