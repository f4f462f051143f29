package io.github.tlsleak.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on data shows the files that are tested, and all of them. */
class DataPageTest {

    /** A link to a file, and the block below it. */
    private static final Pattern BLOCK =
            Pattern.compile("\\((data/[^)]+)\\)\\n\\n```(sql|yaml)\\n(.*?)```", Pattern.DOTALL);

    private static final Path PAGE = SqlFiles.root().resolve("agent/docs/data.md");

    @Test
    void eachBlockIsTheFileAboveIt() throws IOException {
        String page = Files.readString(PAGE);
        String written = BLOCK.matcher(page).replaceAll(DataPageTest::block);
        if (Boolean.getBoolean("tlsleak.docs.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    @Test
    void eachFileIsShown() throws IOException {
        Set<String> shown = new TreeSet<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            shown.add(block.group(1));
        }
        try (Stream<Path> all = Files.walk(SqlFiles.directory())) {
            List<String> files =
                    all.filter(Files::isRegularFile)
                            .map(file -> PAGE.getParent().relativize(file).toString())
                            .toList();
            assertThat(files).hasSizeGreaterThan(10);
            assertThat(shown)
                    .isEqualTo(files.stream().collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static String block(MatchResult shown) {
        try {
            String file = Files.readString(PAGE.resolveSibling(shown.group(1)));
            return Matcher.quoteReplacement(
                    "(" + shown.group(1) + ")\n\n```" + shown.group(2) + "\n" + file + "```");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
