package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.schema.BaselineFields;
import io.github.tlsleak.common.schema.KnownBehaviourFields;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.schema.SchemaNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on the report file has the types and fields of the schema, and no other. */
class ReportFileDocsTest {

    private static final Page PAGE = Page.of("agent/docs/report-file.md");

    @Test
    void everyTypeHasItsRow() {
        List<String> rows = PAGE.table("type").stream().map(row -> row.get(0)).toList();
        assertThat(rows).containsExactlyElementsOf(SchemaNames.TYPES);
    }

    @ParameterizedTest
    @CsvSource({
        "meta, MetaFields",
        "site, SiteFields",
        "'leak, open, reclosed', FindingFields",
        "'context, sessions', GroupFields",
        "summary, SummaryFields",
    })
    void everyFieldHasItsRowBelowItsTypes(String heading, String name) {
        Set<String> own = SchemaNames.of(fields(name));
        Set<String> shown = shownBelow(heading);
        assertThat(shown).containsAll(own);
        shown.removeAll(own);
        assertThat(SchemaNames.of(ReportSchema.class)).containsAll(shown);
    }

    @Test
    void everyFieldOfAnElementIsNamed() {
        for (Class<?> element : List.of(KnownBehaviourFields.class, BaselineFields.class)) {
            for (String name : SchemaNames.of(element)) {
                assertThat(PAGE.text()).contains("`" + name + "`");
            }
        }
    }

    @Test
    void everyFieldOfSeveralTypesIsShown() {
        Set<String> shown = new TreeSet<>(List.of(ReportSchema.TYPE, ReportSchema.RUN));
        for (List<String> row : PAGE.table("field")) {
            shown.addAll(List.of(row.get(0).split(", ")));
        }
        Set<String> shared = SchemaNames.of(ReportSchema.class);
        shared.removeAll(SchemaNames.TYPES);
        shared.removeAll(SchemaNames.WORDS);
        assertThat(shown).containsAll(shared);
        assertThat(PAGE.text())
                .contains(SchemaNames.WORDS.stream().map(w -> "`" + w + "`").toList());
    }

    private static Class<?> fields(String name) {
        for (Class<?> type : SchemaNames.CLASSES) {
            if (type.getSimpleName().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static Set<String> shownBelow(String heading) {
        String text = PAGE.text();
        int from = text.indexOf("\n## " + heading + "\n");
        assertThat(from).as("heading " + heading).isPositive();
        int to = text.indexOf("\n## ", from + 1);
        Page section = new Page(PAGE.file(), text.substring(from, to < 0 ? text.length() : to));
        Set<String> shown = new LinkedHashSet<>();
        for (List<String> row : section.table("field")) {
            shown.addAll(List.of(row.get(0).split(", ")));
        }
        return shown;
    }
}
