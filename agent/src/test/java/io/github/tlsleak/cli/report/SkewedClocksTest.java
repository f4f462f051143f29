package io.github.tlsleak.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.select.Extent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hosts whose clocks differ by hours, and JVMs with the same labels. */
class SkewedClocksTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int HOUR = 3_600;

    /** A JVM that leaks a minute after its start, by the clock of its host. */
    private static String jvm(String run, Instant started, long age) {
        Instant found = started.plusSeconds(60);
        return """
        {"type":"meta","run":"%1$s","pid":1,"host":"shop","main":"com.acme.Main",\
        "started":"%2$s","labels":{"service":"shop","pod":"a"}}
        {"type":"site","run":"%1$s","site":"aa","stack":["com.acme.A.b(A.java:1)"]}
        {"type":"leak","run":"%1$s","time":"%3$s","verdict":"LOST","severity":"leak","site":"aa",\
        "created":"%2$s","lifetimeMillis":%4$d}
        {"type":"open","run":"%1$s","time":"%3$s","created":"%3$s","ageMillis":%4$d,"site":"aa",\
        "verdict":"OPEN","severity":"leak"}
        """
                .formatted(run, started, found, age);
    }

    @Test
    void differentClocksGiveNoWrongAge() throws IOException {
        Analysis fleet =
                Written.read(
                        jvm("ahead", NOW.plusSeconds(30 * HOUR), 5_000)
                                + jvm("behind", NOW.minusSeconds(30 * HOUR), 7_000)
                                + jvm("right", NOW, 6_000)
                                // a clock that was set back while a session lived
                                + jvm("backwards", NOW.minusSeconds(HOUR), -3_000));
        fleet.show(new Extent("service", 10, false, null));
        JsonNode json = new ObjectMapper().readTree(Written.as("json", fleet));
        for (String field : List.of("age", "lifetime", "min", "median", "max", "oldest")) {
            assertThat(json.findValues(field))
                    .as(field)
                    .noneMatch(value -> value.isNumber() && value.asLong() < 0);
        }
        assertThat(json.findValuesAsText("age")).contains("5000", "7000", "6000", "0");
        String text = Written.as("text", fleet);
        assertThat(text)
                .contains(
                        "lived     min 0.0 s, median 5.0 s, max 7.0 s", "4 sessions, oldest 7.0 s")
                .doesNotContainPattern("-[0-9.]+ (ms|s|min|h|d)\\b");
        assertThat(Written.as("html", fleet)).doesNotContainPattern("\"(age|max)\": ?-");
    }

    /** Two pods without names of their own: they are two runs, also with one pid and one start. */
    @Test
    void sameLabelsAreTwoRuns() {
        Analysis fleet = Written.read(jvm("r1", NOW, 1) + jvm("r2", NOW, 2) + jvm("r1", NOW, 3));
        assertThat(fleet.jvms().all())
                .extracting(jvm -> jvm.text(Field.RUN))
                .containsExactly("r1", "r2");
        assertThat(fleet.jvms().all()).extracting(ReportedJvm::labels).hasSize(2);
        assertThat(fleet.jvms().all()).allMatch(jvm -> "shop".equals(jvm.label("service")));
    }
}
