package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on reports names every field of the documents that the tests of the formats expect. */
class JsonDocumentDocsTest {

    private static final String PAGE = "agent/docs/reports.md";
    private static final Path EXPECTED =
            Path.of("agent/src/test/resources/io/github/tlsleak/cli/report");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z0-9]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"merged.json", "page.json"})
    void everyFieldIsNamed(String document) throws IOException {
        Set<String> fields = fields(Page.root().resolve(EXPECTED).resolve(document));
        assertThat(fields).hasSizeGreaterThan(20);
        assertThat(named()).as("fields that " + PAGE + " names").containsAll(fields);
    }

    private static Set<String> fields(Path document) throws IOException {
        Set<String> fields = new TreeSet<>();
        try (JsonParser parser = new JsonFactory().createParser(document.toFile())) {
            for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
                if (t == JsonToken.FIELD_NAME) {
                    fields.add(parser.currentName());
                }
            }
        }
        return fields;
    }

    private static Set<String> named() {
        String prose = String.join("\n", Page.of(PAGE).lines());
        return CODE.matcher(prose)
                .results()
                .map((MatchResult name) -> name.group(1))
                .collect(Collectors.toSet());
    }
}
