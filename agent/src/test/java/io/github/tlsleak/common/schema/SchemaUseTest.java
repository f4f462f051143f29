package io.github.tlsleak.common.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.docs.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writer and reader take the names of a report from the schema. */
class SchemaUseTest {

    private static final String MAIN = "agent/src/main/java/io/github/tlsleak/";

    /** A name that stands as a literal where a field or a type is written. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:put\\w*|line|finding)\\((?:json,)?\\s*\"|JsonLine\\(\\)\\s*\"");

    /** A word of a sentence, such as {@code "site"} in "3 sites". */
    private static final Pattern COUNTED_WORD =
            Pattern.compile("(?:PlainText|Thousands)\\.count\\([^\"]*\"\\w+\"\\)");

    private static final Pattern LITERAL = Pattern.compile("\"(\\w+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"agent/output/file", "agent/output/status"})
    void theWriterHasNoNameAsALiteral(String directory) throws IOException {
        assertThat(sources(directory)).anyMatch(source -> source.contains("Fields."));
        for (String source : sources(directory)) {
            if (source.contains("JsonLine ")) {
                assertThat(source).doesNotContainPattern(WRITTEN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli/report/read", "cli/report/model"})
    void theReaderHasNoNameAsALiteral(String directory) throws IOException {
        for (String source : sources(directory)) {
            List<String> literals = new ArrayList<>();
            Matcher literal = LITERAL.matcher(COUNTED_WORD.matcher(source).replaceAll(""));
            while (literal.find()) {
                literals.add(literal.group(1));
            }
            assertThat(literals).doesNotContainAnyElementsOf(SchemaNames.all());
        }
    }

    @Test
    void theSchemaHasEachNameOnce() {
        List<String> names = new ArrayList<>();
        for (Class<?> type : SchemaNames.CLASSES) {
            names.addAll(SchemaNames.of(type));
        }
        // "open" is a field of a summary and a type of line; a field "sessions" is shared, too
        names.remove(SummaryFields.OPEN);
        assertThat(names).doesNotHaveDuplicates();
    }

    private static List<String> sources(String directory) throws IOException {
        try (Stream<Path> files = Files.walk(Page.root().resolve(MAIN + directory))) {
            List<String> sources = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        }
    }
}
