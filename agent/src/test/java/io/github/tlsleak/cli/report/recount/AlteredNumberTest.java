package io.github.tlsleak.cli.report.recount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tlsleak.cli.InThisJvm;
import io.github.tlsleak.cli.report.format.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recount itself: a document in which any one number is off by one is told from a true one. */
class AlteredNumberTest {

    private static final int MANY = 150;

    @Test
    void eachNumberOffByOneIsSeen() throws IOException {
        List<Path> files = List.of(Written.resource("counted.jsonl"));
        JsonNode document =
                new ObjectMapper()
                        .readTree(InThisJvm.report(files, "--format", "json", "--by", "service"));
        Recount recount = new Recount(ToldLines.read(files, DocumentNumbers.names(document)));
        long width = document.path("leaksOverTime").path(0).path("millis").asLong();
        CountedNumbers exact = recount.ofDocument(width);
        exact.putAll(CountedBy.of(recount, "service"));
        List<String> unseen = new ArrayList<>();
        int seen = 0;
        for (String path : numbers("", document)) {
            ObjectNode altered = document.deepCopy();
            addOne(altered, path);
            if (isSeen(exact, altered)) {
                seen++;
            } else {
                unseen.add(path);
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(seen).isGreaterThan(MANY);
    }

    private static boolean isSeen(CountedNumbers exact, JsonNode altered) {
        try {
            return !exact.differences(DocumentNumbers.of(altered)).isEmpty();
        } catch (AssertionError | IndexOutOfBoundsException | DateTimeException nonsense) {
            return true;
        }
    }

    /** Pointers to all fields and elements that count something. */
    private static List<String> numbers(String at, JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(
                            field -> {
                                if (DocumentNumbers.counts(field.getKey())) {
                                    String path = at + "/" + field.getKey();
                                    found.addAll(numbers(path, field.getValue()));
                                }
                            });
        } else if (node.isArray() && !(at.endsWith("/jvms") && node.path(0).isNumber())) {
            // numbers of jvms are indexes
            for (int i = 0; i < node.size(); i++) {
                found.addAll(numbers(at + "/" + i, node.get(i)));
            }
        } else if (node.isNumber()) {
            found.add(at);
        }
        return found;
    }

    private static void addOne(ObjectNode document, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        ContainerNode<?> parent =
                (ContainerNode<?>) document.at(path.substring(0, path.lastIndexOf('/')));
        long more = document.at(path).asLong() + 1;
        if (parent instanceof ObjectNode object) {
            object.put(last, more);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), more);
        }
    }
}
