package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each option changes. */
@CiOnly
@OwnJdkOnly
class OptionsIT {

    private static final String LEAKS = "volume.SomeLeaks";
    private static final String APPS = "io.github.tlsleak.apps.";

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 50})
    void sampleFollowsOneSessionInSoMany(int sample) throws Exception {
        Ended ended = run().option("sample", sample).runAlone(LEAKS, "50");
        // 50 clients and 50 servers
        int most = (100 + sample - 1) / sample;
        assertThat(ended.report().summary().path("created").asInt()).isBetween(100 / sample, most);
        assertThat(ended.report().numberOfFindings()).isBetween(0, most);
    }

    /** Programs make sessions in patterns, such as client, server, client, server. */
    @Test
    void sampleIsNotInStepWithTheProgram() throws Exception {
        Ended ended = run().option("sample", 2).runAlone(LEAKS, "200");
        assertThat(ended.report().summary().path("created").asInt()).isEqualTo(200);
        assertThat(ended.report().numberOfFindings()).as("of 200 leaks").isBetween(20, 180);
    }

    @Test
    void withoutStacksThereIsOneSite() throws Exception {
        Ended ended = run().option("stack.depth", 0).untilReported(2).runAlone(LEAKS, "2");
        assertThat(ended.report().of("site")).hasSize(1);
        assertThat(ended.report().of("site").get(0).path("stack")).isEmpty();
        assertThat(ended.report().of("leak")).hasSize(2);
        assertThat(ended.log()).anyMatch(line -> line.contains("stack.depth=0"));
    }

    @Test
    void stackDepthCutsStacks() throws Exception {
        Ended ended = run().option("stack.depth", 3).untilReported(1).runAlone(LEAKS, "1");
        assertThat(ended.report().of("site")).hasSize(1);
        assertThat(ended.report().of("site").get(0).path("stack")).hasSize(3);
    }

    @Test
    void openSessionsAreNotListedUnlessWanted() throws Exception {
        Ended ended =
                run().option("dump.at.exit", false)
                        .runWithPeer("socket.SocketOpenAtExit", "await", "1.2");
        assertThat(ended.log()).as(ended.everything()).hasSize(2);
        assertThat(ended.log().get(0)).startsWith("[tlsleak] INFO summary: 1 session, ");
        assertThat(ended.log().get(1)).isEqualTo("  1 session = 1 open");
        assertThat(ended.report().summary().path("open").asInt()).isEqualTo(1);
    }

    @Test
    void applicationPackagesChooseTheResponsibleFrame() throws Exception {
        JsonNode usual = site(run());
        assertThat(usual.path("frame").asText()).startsWith(APPS + "volume.SomeLeaks.leak(");
        assertThat(usual.path("owner").asText()).isEqualTo("application");
        JsonNode other = site(run().option("app.packages", "com.acme"));
        assertThat(other.path("owner").asText()).isEqualTo("library");
        assertThat(other.path("site")).as("named by other calls").isNotEqualTo(usual.path("site"));
        JsonNode both = site(run().option("app.packages", "\"com.acme," + APPS + "volume\""));
        assertThat(both.path("frame")).isEqualTo(usual.path("frame"));
        assertThat(both.path("site")).isEqualTo(usual.path("site"));
    }

    @Test
    void gcIntervalFindsLeaksOfAnIdleProgram() throws Exception {
        Ended ended =
                run().option("gc.interval", "1s").untilReported(1).runAlone("volume.NeverCollects");
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isEqualTo(1);
    }

    /** Control for the test above: in such a large heap the JVM collects nothing by itself. */
    @Test
    void idleProgramDoesNotCollectByItself() throws Exception {
        Ended ended = run().jvm("-Xms256m", "-Xmn200m").runAlone("volume.NeverCollects");
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isZero();
        assertThat(ended.report().summary().path("open").asInt()).isEqualTo(1);
    }

    private JsonNode site(AppRun run) throws Exception {
        Ended ended = run.untilReported(1).runAlone(LEAKS, "1");
        Files.delete(directory.resolve("report.jsonl"));
        return ended.report().of("site").get(0);
    }

    private AppRun run() {
        return new AppRun(Jdk.own(), directory);
    }
}
