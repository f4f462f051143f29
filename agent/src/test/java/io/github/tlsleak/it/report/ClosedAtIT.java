package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The code that closes wrongly is reported and blamed: in the log, in the report file, and in
 * reports.
 */
@OwnJdkOnly
class ClosedAtIT {

    private static final String APPS = "io.github.tlsleak.apps.closing.";

    @TempDir Path directory;

    @Test
    void theStackThatClosedIsReportedAndBlamed() throws Exception {
        Path rules = directory.resolve("rules.txt");
        Files.writeString(rules, "HALF_CLOSED:" + APPS + "Closers.*\n");
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option("suppressions", rules)
                        .untilReported(4)
                        .runWithPeer("closing.ClosedElsewhere", "await", "1.3");
        String everything = ended.everything();
        List<JsonNode> leaks = ended.report().of("leak");
        assertThat(leaks).as(everything).hasSize(4);
        for (JsonNode leak : leaks) {
            assertThat(leak.path("owner").asText()).as(everything).isEqualTo("application");
            assertThat(stack(ended, leak.path("closedAt"))).anyMatch(f -> f.contains(".Closers."));
            assertThat(stack(ended, leak.path("site"))).noneMatch(f -> f.contains(".Closers."));
        }
        assertThat(frame(leaks, "UNDERCUT", "SSLSocket")).startsWith(APPS + "ProxiedSocket.close(");
        assertThat(frame(leaks, "UNSENT", "SSLEngine")).startsWith(APPS + "Closers.withoutWrap(");
        assertThat(frame(leaks, "UNDERCUT", "SSLEngine")).startsWith(APPS + "Closers.channelOnly(");
        JsonNode half = leak(leaks, "HALF_CLOSED", "SSLSocket");
        assertThat(half.path("suppressedBy").asText()).as("a rule for who closes").isNotEmpty();
        assertThat(ended.log())
                .anyMatch(l -> l.matches("  site  .*Closers\\.withoutWrap\\(.*\\[application]"))
                .anyMatch(l -> l.equals("  closed at"))
                .anyMatch(l -> l.startsWith("  > " + APPS + "Closers.withoutWrap("))
                .noneMatch(l -> l.startsWith("  > " + APPS + "ClosedElsewhere."));
    }

    @Test
    void reportsShowIt() throws Exception {
        new AppRun(Jdk.own(), directory)
                .untilReported(4)
                .runWithPeer("closing.ClosedElsewhere", "await", "1.3");
        String file = directory.resolve("report.jsonl").toString();
        String text = String.join("\n", Cli.on(Jdk.own()).run("report", file, "--all").out());
        assertThat(text)
                .contains("  closed at", "  > " + APPS + "Closers.withoutWrap(", "  allocated at")
                .contains("  > " + APPS + "ProxiedSocket.close(");
        String sarif =
                String.join("\n", Cli.on(Jdk.own()).run("report", file, "--format", "sarif").out());
        assertThat(sarif).contains("\"closed at\"", "closing/Closers.java");
        String json =
                String.join("\n", Cli.on(Jdk.own()).run("report", file, "--format", "json").out());
        assertThat(json).contains("\"closedAt\"").contains("closing/ProxiedSocket.java");
    }

    @Test
    void whatIsBelowAndNotTheJdksIsNamed() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .runWithPeer("closing.OverOwnSocket", "await", "1.3");
        assertThat(ended.log())
                .as(ended.everything())
                .anyMatch(
                        line ->
                                line.startsWith("  not exact: 1 session over " + APPS)
                                        && line.contains(
                                                "OverOwnSocket$Counting: only that class"));
    }

    private static List<String> stack(Ended ended, JsonNode fingerprint) {
        return ended.report().of("site").stream()
                .filter(site -> site.path("site").equals(fingerprint))
                .flatMap(site -> StreamSupport.stream(site.path("stack").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private static String frame(List<JsonNode> leaks, String verdict, String resource) {
        return leak(leaks, verdict, resource).path("frame").asText();
    }

    private static JsonNode leak(List<JsonNode> leaks, String verdict, String resource) {
        return leaks.stream()
                .filter(l -> l.path("verdict").asText().equals(verdict))
                .filter(l -> l.path("resource").asText().equals(resource))
                .findFirst()
                .orElseThrow();
    }
}
