package io.github.tlsleak.cli.report.recount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.cli.InThisJvm;
import io.github.tlsleak.cli.report.RandomReports;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.it.fleet.week.FleetWeek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of a comparison of two reports are those that a recount of both gives. */
class AgainstRecountTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path dir;

    /** The files of an input, by a name: resources, a made week, or random ones of a seed. */
    private List<Path> files(String input) throws IOException {
        Path directory = Files.createDirectories(dir.resolve(input));
        return switch (input) {
            case "both" ->
                    List.of(Written.resource("small.jsonl"), Written.resource("second.jsonl"));
            case "small", "counted" -> List.of(Written.resource(input + ".jsonl"));
            case "week" -> sorted(FleetWeek.write(directory));
            case "before" -> sorted(FleetWeek.writeBefore(directory));
            case "excused", "again" -> List.of(excused(directory, input.equals("excused")));
            default ->
                    new RandomReports(new Random(Integer.parseInt(input)))
                            .write(directory, 1 + Integer.parseInt(input) % 4);
        };
    }

    private static List<Path> sorted(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** A leak that an earlier report excuses. */
    private static Path excused(Path directory, boolean known) throws IOException {
        String leak =
                "{\"type\":\"leak\",\"run\":\"r\",\"time\":\"2026-11-01T0%d:00:00Z\",\"site\":\"000000000000000%d\","
                        + "\"verdict\":\"LOST\",\"severity\":\"leak\"%s}\n";
        return Files.writeString(
                directory.resolve("one.jsonl"),
                "{\"type\":\"meta\",\"schema\":1,\"run\":\"r\",\"started\":\"2026-11-01T00:00:00Z\"}\n"
                        + leak.formatted(1, 1, known ? ",\"known\":\"java.net.http\"" : "")
                        + leak.formatted(2, 2, ""));
    }

    private static Recount recount(List<Path> files) throws IOException {
        JsonNode document = JSON.readTree(InThisJvm.report(files, "--format", "json"));
        return new Recount(ToldLines.read(files, DocumentNumbers.names(document)));
    }

    private static JsonNode document(List<Path> files, List<Path> earlier) {
        List<String> options = new ArrayList<>(List.of("--format", "json"));
        earlier.forEach(file -> options.addAll(List.of("--against", file.toString())));
        try {
            return JSON.readTree(InThisJvm.report(files, options.toArray(new String[0])));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "week, before",
        "before, week",
        "both, small",
        "small, both",
        "counted, small",
        "excused, again",
        "again, excused",
        "1, 2",
        "2, 1",
        "3, 4",
        "4, 7",
        "7, 5",
        "5, 6",
        "6, 3",
        "8, 9",
        "9, 11",
        "11, 13",
        "13, 8",
    })
    void eachNumber(String input, String before) throws IOException {
        List<Path> files = files(input);
        List<Path> earlier = files(before);
        Recount now = recount(files);
        Recount then = recount(earlier);
        CountedNumbers exact = CountedAgainst.counted(now, then);
        JsonNode ofLines = document(files, earlier);
        check(exact, ofLines);
        Path reduced = dir.resolve("reduced.json");
        Files.writeString(reduced, InThisJvm.report(earlier, "--format", "json"));
        check(exact, document(files, List.of(reduced)));
    }

    private static void check(CountedNumbers exact, JsonNode document) {
        assertThat(exact.differences(ToldAgainst.of(document))).isEmpty();
        JsonNode against = document.path("against");
        assertThat(against.path("basis").asText())
                .isEqualTo(
                        ToldAgainst.basis(
                                against.path("jvmMillis").asLong(),
                                against.path("earlierJvmMillis").asLong()));
        long fresh = 0;
        for (JsonNode site : document.path("sites")) {
            fresh += site.path("new").asBoolean() ? 1 : 0;
        }
        assertThat(fresh).isEqualTo(against.path("new").asLong());
    }

    /** Every change is there, so that the numbers above say something. */
    @Test
    void theWeeksHaveAllChanges() throws IOException {
        JsonNode against = document(files("week"), files("before")).path("against");
        for (String change : List.of("new", "grown", "shrunk", "gone", "unchanged")) {
            if (!change.equals("shrunk")) {
                assertThat(against.path(change).asLong()).as(change).isPositive();
            }
        }
        assertThat(document(files("before"), files("week")).path("against").path("shrunk").asLong())
                .isPositive();
    }
}
