package io.github.tlsleak.it.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The expectations in the source of a library: line comments {@code // SITUATION,SITUATION key:
 * value}.
 *
 * @param source its text
 */
record LibraryText(String source) {

    private static final String PACKAGE = "io/github/tlsleak/apps/libraries/";

    static LibraryText of(String library) {
        String file = PACKAGE + library.replace('.', '/') + ".java";
        Path roots = LibraryVariant.MODULE.resolve("src/main");
        try (Stream<Path> all = Files.list(roots)) {
            List<Path> found = all.map(root -> root.resolve(file)).filter(Files::exists).toList();
            return new LibraryText(Files.readString(found.get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The expectations of a situation. It is empty if the source has no line for the situation. */
    Scenario of(String situation, String variant) {
        StringBuilder header = new StringBuilder();
        for (String line : source.split("\\R")) {
            String[] words = line.split(" ", 3);
            if (words[0].equals("//")
                    && words.length == 3
                    && List.of(words[1].split(",")).contains(situation)) {
                header.append("// ").append(words[2]).append('\n');
            }
        }
        return Scenario.parse(header.toString()).with(variant);
    }
}
