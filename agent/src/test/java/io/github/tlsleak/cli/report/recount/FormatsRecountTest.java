package io.github.tlsleak.cli.report.recount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.cli.InThisJvm;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.it.fleet.week.FleetWeek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the formats other than JSON, too, are those that a recount gives. */
class FormatsRecountTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path dir;

    private List<Path> files(String input) throws IOException {
        if (!input.equals("week")) {
            return List.of(Written.resource(input + ".jsonl"));
        }
        try (Stream<Path> files = Files.list(FleetWeek.write(dir))) {
            return files.sorted().toList();
        }
    }

    private static Recount recount(List<Path> files) throws IOException {
        JsonNode document = JSON.readTree(InThisJvm.report(files, "--format", "json"));
        return new Recount(ToldLines.read(files, DocumentNumbers.names(document)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "counted", "week"})
    void text(String input) throws IOException {
        List<Path> files = files(input);
        Recount recount = recount(files);
        String text = InThisJvm.report(files, "--all").replaceAll("\n {2,}", " ");
        JudgedLines judged = recount.judged();
        assertThat(text)
                .containsPattern(
                        "(?m)^%d leaks?, %d defects?, %d notices? at %d sites?:"
                                .formatted(
                                        judged.count("leak"),
                                        judged.count("defect"),
                                        judged.count("notice"),
                                        recount.realSites().size()));
        Map<String, Long> sites = new TreeMap<>();
        Matcher site =
                Pattern.compile("(?m)^[0-9]+\\. (.*?)(?: \\[new\\])? what .*? site +([0-9a-f]{16})")
                        .matcher(text);
        while (site.find()) {
            sites.put(site.group(2), sum(site.group(1)));
        }
        assertThat(sites).isEqualTo(counts(recount.realSites()));
        long open = 0;
        Matcher sessions = Pattern.compile(" ([0-9]+) sessions?, (?:oldest|at)").matcher(text);
        while (sessions.find()) {
            open += Long.parseLong(sessions.group(1));
        }
        assertThat(open).isEqualTo(recount.open().sessions());
    }

    /** The sum of {@code leak: 5 LOST, 1 RESCUED; and 12 only counted}. */
    private static long sum(String verdicts) {
        return Pattern.compile("([0-9]+) [A-Zo]")
                .matcher(verdicts)
                .results()
                .mapToLong(number -> Long.parseLong(number.group(1)))
                .sum();
    }

    private static Map<String, Long> counts(List<CountedSite> sites) {
        Map<String, Long> counts = new TreeMap<>();
        sites.forEach(site -> counts.put(site.site, site.count()));
        return counts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "counted", "week"})
    void page(String input) throws IOException {
        List<Path> files = files(input);
        Recount recount = recount(files);
        String html = InThisJvm.report(files, "--format", "html");
        Matcher tile =
                Pattern.compile("<div class=\"card [a-z]+\"><b>([0-9,]+)</b><span>([a-z ]+)")
                        .matcher(html);
        Map<String, Long> tiles = new TreeMap<>();
        while (tile.find()) {
            String name = tile.group(2).replaceAll("s$", "");
            tiles.put(name, Long.parseLong(tile.group(1).replace(",", "")));
        }
        assertThat(tiles)
                .containsEntry("leak", recount.judged().count("leak"))
                .containsEntry("defect", recount.judged().count("defect"))
                .containsEntry("notice", recount.judged().count("notice"))
                .containsEntry("site", (long) recount.realSites().size());
        Matcher site =
                Pattern.compile(
                                "([0-9,]+)</span> findings?: .*?id=\"site=([0-9a-f]{16})\"",
                                Pattern.DOTALL)
                        .matcher(html);
        Map<String, Long> sites = new TreeMap<>();
        while (site.find()) {
            sites.put(site.group(2), Long.parseLong(site.group(1).replace(",", "")));
        }
        assertThat(sites).isEqualTo(counts(recount.sites()));
        String from = "<script type=\"application/json\" id=\"data\">";
        int begin = html.indexOf(from) + from.length();
        JsonNode data = JSON.readTree(html.substring(begin, html.indexOf("</script>", begin)));
        long width = data.path("leaksOverTime").path(0).path("millis").asLong();
        assertThat(recount.ofDocument(width).wrong(DocumentNumbers.of(data))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "counted", "week"})
    void sarifCollapsedAndBaseline(String input) throws IOException {
        List<Path> files = files(input);
        Recount recount = recount(files);
        JsonNode sarif = JSON.readTree(InThisJvm.report(files, "--format", "sarif", "--all"));
        Map<String, Long> results = new TreeMap<>();
        for (JsonNode result : sarif.path("runs").path(0).path("results")) {
            results.put(
                    result.path("partialFingerprints").path("tlsleakSite/v2").asText(),
                    result.path("occurrenceCount").asLong());
        }
        assertThat(results).isEqualTo(counts(recount.sites()));
        long folded =
                InThisJvm.report(files, "--format", "collapsed", "--all")
                        .lines()
                        .mapToLong(line -> Long.parseLong(line.replaceAll(".* ", "")))
                        .sum();
        assertThat(folded).isEqualTo(recount.sites().stream().mapToLong(CountedSite::count).sum());
        Path baseline = dir.resolve("baseline");
        InThisJvm.report(files, "--write-baseline", baseline.toString());
        assertThat(Arrays.stream(Files.readString(baseline).split("\n")))
                .filteredOn(line -> line.matches("[0-9a-f]{16}.*"))
                .hasSize(recount.realSites().size());
    }
}
