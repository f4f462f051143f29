package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of {@code heap} holds the table of the fields that are read. {@code
 * -Dtlsleak.docs.write=true} writes it anew.
 */
class HeapFieldsDocsTest {

    private static final String PAGE = "agent/docs/heap.md";
    private static final String TABLE =
            "agent/src/main/resources/io/github/tlsleak/cli/heap/tls/tls-fields.txt";
    private static final String BEGIN = "<!-- generated from tls-fields.txt -->\n";
    private static final String END = "<!-- end of the generated part -->";
    private static final String PROVIDER = "provider ";

    @Test
    void thePageHoldsTheTable() throws IOException {
        Page page = Page.of(PAGE);
        String text = page.text();
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        assertThat(text).contains(BEGIN, END);
        String table = "\n" + table() + "\n";
        if (Boolean.getBoolean("tlsleak.docs.write")) {
            Files.writeString(page.file(), text.substring(0, begin) + table + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end))
                .as("table in " + PAGE + "; run with -Dtlsleak.docs.write=true to write it anew")
                .isEqualTo(table);
    }

    private static String table() throws IOException {
        StringBuilder table = new StringBuilder("| class | tells | from |\n|---|---|---|\n");
        try (Stream<String> lines = Files.lines(Page.root().resolve(TABLE))) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> table.append(row(List.of(line.split(" \\| ")))));
        }
        return table.toString();
    }

    private static String row(List<String> columns) {
        if (columns.get(0).startsWith(PROVIDER)) {
            String name = columns.get(0).substring(PROVIDER.length());
            String where = "`" + columns.get(1) + "`";
            String which = columns.size() > 2 ? "with the field `" + columns.get(2) + "`" : "";
            return "| **" + name + "** | " + where + " | " + which + " |\n";
        }
        String rest =
                columns.stream().skip(2).map(c -> "`" + c + "`").collect(Collectors.joining());
        return "| " + columns.get(0) + " | " + columns.get(1) + " | " + rest + " |\n";
    }
}
