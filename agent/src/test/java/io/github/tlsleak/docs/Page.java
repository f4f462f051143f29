package io.github.tlsleak.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in Markdown, as far as the tests have to understand it. Immutable.
 *
 * @param file where it is
 * @param text all of it
 */
public record Page(Path file, String text) {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern MARKUP = Pattern.compile("\\]\\([^)]*\\)|[\\[`*]");

    /** The directory that holds {@code README.md} and {@code agent}. */
    public static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("agent/CHANGES.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    /** Reads the page of a name, relative to the {@link #root}. */
    public static Page of(String name) {
        return of(root().resolve(name));
    }

    private static Page of(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pages of the project. */
    public static List<Page> all() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(root().resolve("README.md"));
        files.addAll(below("agent"));
        files.addAll(below("test-apps"));
        return files.stream().map(Page::of).toList();
    }

    private static List<Path> below(String directory) throws IOException {
        try (Stream<Path> all = Files.walk(root().resolve(directory))) {
            return all.filter(f -> f.getFileName().toString().endsWith(".md"))
                    .filter(f -> !f.toString().contains("/target/"))
                    .filter(f -> !f.toString().contains("/node_modules/"))
                    .sorted()
                    .toList();
        }
    }

    /** The name, relative to the {@link #root}. */
    public String name() {
        return root().relativize(file).toString();
    }

    /** The lines that are no code. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (String line : text.split("\n")) {
            if (line.startsWith("```")) {
                code = !code;
            } else if (!code && !line.startsWith("    ")) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Targets of all links, in order. */
    public List<String> links() {
        String prose = String.join("\n", lines());
        return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
    }

    /** Headings of a level, without markup. */
    public List<String> headings(int level) {
        String mark = "#".repeat(level) + " ";
        return lines().stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> plain(line.substring(mark.length())))
                .toList();
    }

    /** What a link to a part of the page may name, as GitHub makes it of headings. */
    public Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        for (int level = 1; level <= 6; level++) {
            for (String heading : headings(level)) {
                String word = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
                anchors.add(word.replace(' ', '-'));
            }
        }
        return anchors;
    }

    /**
     * The rows of the tables whose first column has a heading.
     *
     * @param heading its first words
     * @return the cells of each row, without markup
     */
    public List<List<String>> table(String heading) {
        List<List<String>> rows = new ArrayList<>();
        boolean wanted = false;
        boolean inside = false;
        for (String line : lines()) {
            boolean row = line.startsWith("|");
            if (row && !inside) {
                wanted = (cells(line).get(0) + ' ').startsWith(heading + ' ');
            } else if (row && wanted && !line.startsWith("|-")) {
                rows.add(cells(line));
            }
            inside = row;
        }
        return rows;
    }

    private static List<String> cells(String row) {
        String inner = row.substring(1, row.lastIndexOf('|'));
        return Stream.of(CELL_END.split(inner, -1)).map(Page::plain).toList();
    }

    private static String plain(String text) {
        return MARKUP.matcher(text).replaceAll("").replace("\\|", "|").trim();
    }
}
