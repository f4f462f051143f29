package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Numbers;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All outputs give the same numbers for one run, and the sessions are the sum of their parts. */
class NumbersIT {

    private static final String PROGRAM = "io.github.tlsleak.apps.attach.AllEnds";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HTML_DATA =
            "(?s).*<script type=\"application/json\"[^>]*>(.*?)</.*";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void areTheSameEverywhereAndAddUp(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        Path rules = Files.writeString(directory.resolve("rules"), "*AllEnds.suppressed*\n");
        String options = "report=" + report + ",suppressions=" + rules;
        try (Forked app = new AgentJvm(jdk).agentArgs(options).start(PROGRAM)) {
            String said = app.awaitOut(line -> line.startsWith("sessions "), AppRun.LONG);
            long made = Long.parseLong(said.substring("sessions ".length()));
            await("verdicts").atMost(SOON).until(() -> settled(dump(jdk, app)));
            Numbers numbers = Numbers.ofJson(dump(jdk, app));
            assertThat(numbers.get("sessions")).as(numbers.toString()).isEqualTo(made);
            everyKindIsThere(numbers);
            running(jdk, app, numbers);
            Cli.on(jdk).run("set", app.pid(), "enabled=false");
            Numbers after = Numbers.ofJson(dump(jdk, app));
            assertThat(after.get("not judged")).as(after.toString()).isEqualTo(5);
            assertThat(after.get("sessions")).isEqualTo(made);
            app.release();
            app.endsWell(AppRun.LONG);
            ended(jdk, new Ended(0, app.pid(), app.out(), app.err(), Report.read(report)), after);
        }
    }

    private static boolean settled(JsonNode dump) {
        return dump.path("awaitingVerdict").asInt() == 0 && dump.path("suppressed").asInt() == 1;
    }

    private static void everyKindIsThere(Numbers numbers) {
        for (String part : List.of("closed", "LOST", "UNUSED", "UNSENT", "FAILED", "open")) {
            assertThat(numbers.get(part)).as(part + numbers).isPositive();
        }
        assertThat(numbers.get("not used yet")).as(numbers.toString()).isEqualTo(1);
        assertThat(numbers.get("known")).as(numbers.toString()).isEqualTo(1);
        assertThat(numbers.get("suppressed")).as(numbers.toString()).isEqualTo(1);
        assertThat(numbers.get("server sockets")).as(numbers.toString()).isEqualTo(2);
    }

    private static void running(Jdk jdk, Forked app, Numbers numbers) throws Exception {
        numbers.sameIn("dump", Numbers.ofText(cli(jdk, "dump", app.pid())));
        numbers.sameIn("status", Numbers.ofText(cli(jdk, "status", app.pid())));
        // the bean refreshes its numbers once a second
        await("JMX")
                .atMost(SOON)
                .untilAsserted(() -> numbers.sameIn("JMX", Numbers.ofJmx(jmx(app))));
    }

    private static String jmx(Forked app) throws Exception {
        int before = app.out().size();
        app.in().write('\n');
        app.in().flush();
        await("JMX").atMost(SOON).until(() -> app.out().size() > before);
        return app.out().get(before);
    }

    private void ended(Jdk jdk, Ended ended, Numbers numbers) throws Exception {
        numbers.sameIn("log", Numbers.ofText(String.join("\n", ended.log())));
        JsonNode summary = ended.report().summary();
        numbers.sameIn("summary", Numbers.ofJson(summary));
        long objects = summary.path("created").asLong() - summary.path("joined").asLong();
        assertThat(objects).as(summary.toString()).isEqualTo(numbers.get("sessions"));
        Path file = directory.resolve("report.jsonl");
        numbers.sameIn("report", Numbers.ofText(cli(jdk, "report", file)));
        JsonNode json = json(cli(jdk, "report", file, "--format", "json"));
        numbers.sameIn("report --format json", Numbers.ofReport(json));
        String html = cli(jdk, "report", file, "--format", "html");
        assertThat(html).contains("awaiting a verdict");
        numbers.sameIn("html", Numbers.ofReport(json(html.replaceFirst(HTML_DATA, "$1"))));
    }

    private static JsonNode dump(Jdk jdk, Forked app) throws Exception {
        return json(cli(jdk, "dump", app.pid(), "--format", "json"));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static String cli(Jdk jdk, Object... words) throws Exception {
        Ended ended = Cli.on(jdk).run(words);
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        return String.join("\n", ended.out());
    }
}
