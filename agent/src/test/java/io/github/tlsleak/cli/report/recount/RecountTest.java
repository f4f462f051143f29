package io.github.tlsleak.cli.report.recount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.cli.InThisJvm;
import io.github.tlsleak.cli.report.RandomReports;
import io.github.tlsleak.cli.report.format.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number of a report is the one that a recount from the lines gives. */
class RecountTest {

    private static final int BUCKETS = 120;

    @TempDir Path dir;

    /** The files of an input, by a name: resources, or random ones of a seed. */
    private List<Path> files(String input) throws IOException {
        Path small = Written.resource("small.jsonl");
        Path second = Written.resource("second.jsonl");
        return switch (input) {
            case "small" -> List.of(small);
            case "second" -> List.of(second);
            case "both" -> List.of(small, second);
            case "counted" -> List.of(Written.resource("counted.jsonl"));
            default -> new RandomReports(new Random(Integer.parseInt(input))).write(dir, 6);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "second", "both", "counted", "1", "2", "3", "4", "5", "6"})
    void document(String input) throws IOException {
        List<Path> files = files(input);
        checkDocument(files, InThisJvm.report(files, "--format", "json", "--by", "service"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "counted", "1", "2", "3", "4"})
    void documentOfDocuments(String input) throws IOException {
        List<Path> files = files(input);
        List<Path> documents = new ArrayList<>();
        for (Path file : files) {
            String document = InThisJvm.report(List.of(file), "--format", "json");
            documents.add(
                    Files.writeString(dir.resolve("d" + documents.size() + ".json"), document));
        }
        checkDocument(files, InThisJvm.report(documents, "--format", "json", "--by", "service"));
    }

    private static void checkDocument(List<Path> files, String text) throws IOException {
        JsonNode document = new ObjectMapper().readTree(text);
        Recount recount = new Recount(ToldLines.read(files, DocumentNumbers.names(document)));
        JsonNode buckets = document.path("leaksOverTime");
        assertThat(buckets).hasSizeBetween(1, BUCKETS);
        CountedNumbers exact = recount.ofDocument(buckets.path(0).path("millis").asLong());
        exact.putAll(CountedBy.of(recount, "service"));
        assertThat(exact.differences(DocumentNumbers.of(document))).isEmpty();
    }
}
