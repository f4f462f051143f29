package io.github.tlsleak.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundLeaksTest {

    private static final String SITE =
            "{'type':'site','site':'a','frame':'io.github.tlsleak.apps.soak.Some.way(Some.java:7)'}\n";

    @TempDir Path directory;
    private final Complaints complaints = new Complaints();

    private FoundLeaks read(String... lines) throws IOException {
        Path report = directory.resolve("report.jsonl");
        Files.writeString(report, String.join("", lines).replace('\'', '"'));
        FoundLeaks found = new FoundLeaks(report, complaints);
        found.read();
        return found;
    }

    @Test
    void countsByMethodAndVerdict() throws IOException {
        String leak = "{'type':'leak','verdict':'LOST','site':'a'}\n";
        try (FoundLeaks found = read(SITE, leak, leak)) {
            assertThat(found.found()).isEqualTo(Map.of("Some.way LOST", 2L));
        }
    }

    @Test
    void takesTheFrameOfTheLineIfItHasOne() throws IOException {
        String leak =
                "{'type':'leak','verdict':'UNDERCUT','site':'a','frame':'other.Class.m(X.java:1)'}\n";
        try (FoundLeaks found = read(SITE, leak)) {
            assertThat(found.found()).isEqualTo(Map.of("other.Class.m UNDERCUT", 1L));
        }
    }

    @Test
    void countsFindingsWithoutALineOfTheirOwn() throws IOException {
        String leak = "{'type':'leak','verdict':'LOST','site':'a'}\n";
        String skipped = "{'type':'skipped','site':'a','count':41}\n";
        try (FoundLeaks found = read(SITE, leak, skipped)) {
            assertThat(found.found()).isEqualTo(Map.of("Some.way LOST", 42L));
            assertThat(found.skipped()).isEqualTo(41);
        }
    }

    @Test
    void findingsOnManySessionsAndKnownBehavioursCountToo() throws IOException {
        String many = "{'type':'sessions','verdict':'SESSION_CHURN','site':'a'}\n";
        String known = "{'type':'leak','verdict':'UNSENT','site':'b','known':'k'}\n";
        try (FoundLeaks found = read(SITE, many, known)) {
            assertThat(found.found())
                    .isEqualTo(
                            Map.of(
                                    "Some.way SESSION_CHURN", 1L,
                                    "a site without a line UNSENT known", 1L));
        }
    }

    @Test
    void keepsTheSummaryUntilItIsCleared() throws IOException {
        try (FoundLeaks found = read("{'type':'summary','defects':3}\n", "{'type':'le\n")) {
            assertThat(found.summary().path("defects").asInt()).isEqualTo(3);
            assertThat(found.damaged()).isEqualTo(1);
            found.clear();
            assertThat(found.summary()).isNull();
            assertThat(found.damaged()).isZero();
        }
        assertThat(complaints.lines()).isEmpty();
    }

    @Test
    void complainsAboutLinesOfNoKnownType() throws IOException {
        read("{'type':'news'}\n").close();
        assertThat(complaints.lines()).hasSize(1);
    }
}
