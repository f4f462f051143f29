package io.github.tlsleak.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.report.read.ReportInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums over the cells of a document are its other numbers. */
class CellSumsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEEDS = 40;
    private static final int KNOWN = 3;

    @TempDir Path dir;

    /** One cell of a site. */
    private record Cell(JsonNode site, int jvm, int verdict, int bucket, long count) {

        /** Index of the severity; negative if it is only counted. */
        int severity() {
            if (verdict < 0) {
                return -verdict - 2;
            }
            String name = site.get("verdicts").get(verdict).get("severity").asText();
            return List.of("leak", "defect", "notice", "known").indexOf(name);
        }
    }

    private static JsonNode read(List<Path> files) throws IOException {
        List<String> names = files.stream().map(Path::toString).toList();
        ByteArrayInputStream nothing = new ByteArrayInputStream(new byte[0]);
        return JSON.readTree(
                Written.as("json", Analysis.of(new ReportInput(names, nothing, Progress.NONE))));
    }

    private static <K> Map<K, Long> sums(JsonNode document, Function<Cell, K> key) {
        Map<K, Long> sums = new TreeMap<>();
        for (JsonNode site : document.get("sites")) {
            JsonNode cells = site.get("cells");
            assertThat(cells.size() % 4).isZero();
            for (int i = 0; i < cells.size(); i += 4) {
                Cell cell =
                        new Cell(
                                site,
                                cells.get(i).asInt(),
                                cells.get(i + 1).asInt(),
                                cells.get(i + 2).asInt(),
                                cells.get(i + 3).asLong());
                assertThat(cell.count).isPositive();
                K name = key.apply(cell);
                if (name != null) {
                    sums.merge(name, cell.count, Long::sum);
                }
            }
        }
        return sums;
    }

    private static void add(Map<String, Long> to, String name, JsonNode number) {
        if (number.asLong() > 0) {
            to.merge(name, number.asLong(), Long::sum);
        }
    }

    private static void siteSums(JsonNode document) {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> verdicts = new TreeMap<>();
        for (JsonNode site : document.get("sites")) {
            String name = site.get("site").asText();
            add(counts, name, site.get("count"));
            add(verdicts, name + " counted", site.get("skipped"));
            for (int i = 0; i < site.get("verdicts").size(); i++) {
                add(verdicts, name + ' ' + i, site.get("verdicts").get(i).get("count"));
            }
        }
        assertThat(sums(document, cell -> cell.site.get("site").asText())).isEqualTo(counts);
        assertThat(
                        sums(
                                document,
                                cell ->
                                        cell.site.get("site").asText()
                                                + ' '
                                                + (cell.verdict < 0 ? "counted" : cell.verdict)))
                .isEqualTo(verdicts);
    }

    private static void jvmSums(JsonNode document) {
        Map<String, Long> jvms = new TreeMap<>();
        for (int i = 0; i < document.get("jvms").size(); i++) {
            for (String grade : List.of("leak", "defect", "notice", "known")) {
                add(jvms, i + grade, document.get("jvms").get(i).get(grade));
            }
        }
        String[] grades = {"leak", "defect", "notice", "known"};
        assertThat(
                        sums(
                                document,
                                cell ->
                                        cell.severity() < 0
                                                ? null
                                                : cell.jvm + grades[cell.severity()]))
                .isEqualTo(jvms);
    }

    private static void timeSums(JsonNode document) {
        Map<String, Long> times = new TreeMap<>();
        for (int i = 0; i < document.get("leaksOverTime").size(); i++) {
            for (int grade = 0; grade < KNOWN; grade++) {
                String name = List.of("leak", "defect", "notice").get(grade);
                add(times, i + " " + grade, document.get("leaksOverTime").get(i).get(name));
            }
        }
        assertThat(
                        sums(
                                document,
                                cell ->
                                        cell.bucket < 0
                                                ? null
                                                : cell.bucket + " " + cell.severity()))
                .isEqualTo(times);
    }

    @Test
    void areTheNumbersOfSitesJvmsAndTimes() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Path reports = Files.createDirectory(dir.resolve("seed" + seed));
            JsonNode document = read(new RandomReports(new Random(seed)).write(reports, 4));
            assertThat(document.get("sites")).as("seed %d", seed).isNotEmpty();
            siteSums(document);
            jvmSums(document);
            timeSums(document);
        }
    }

    /** An older version writes no cells, and ones that lie are believed no more than its sums. */
    @Test
    void ofADocumentWithoutCellsOrWithWrongOnesAreItsNumbersWithoutTimes() throws IOException {
        Path reports = Files.createDirectory(dir.resolve("old"));
        ObjectNode document = (ObjectNode) read(new RandomReports(new Random(5)).write(reports, 3));
        List<JsonNode> rows = document.findPath("merge").findPath("findings").findParents("cells");
        assertThat(rows).isNotEmpty();
        for (String cells : List.of("", "[\"leak\",\"LOST\",1,999999]", "[7,\"x\",{}]", "[1]")) {
            for (JsonNode row : rows) {
                ((ObjectNode) row).remove("cells");
                if (!cells.isEmpty()) {
                    ((ObjectNode) row).set("cells", JSON.readTree(cells));
                }
            }
            Path old = Files.writeString(dir.resolve("old.json"), document.toString());
            JsonNode again = read(List.of(old));
            assertThat(again.get("totals")).isEqualTo(document.get("totals"));
            siteSums(again);
            jvmSums(again);
            assertThat(sums(again, Cell::bucket)).containsOnlyKeys(-1);
        }
    }
}
