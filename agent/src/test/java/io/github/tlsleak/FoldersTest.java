package io.github.tlsleak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Folders that a reader can take in, and names that mean one thing. */
class FoldersTest {

    private static final int MOST_FILES = 30;

    /** Both houses have an entry of this name; the mark of a package has the same name in each. */
    private static final List<String> TWICE = List.of("Main.java", "package-info.java");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void noFolderHoldsMoreThanThirtyClasses() throws IOException {
        Map<Path, Long> folders =
                sources().stream()
                        .filter(file -> !file.endsWith("package-info.java"))
                        .collect(
                                Collectors.groupingBy(
                                        Path::getParent, TreeMap::new, Collectors.counting()));
        assertThat(folders).isNotEmpty();
        folders.values().removeIf(count -> count <= MOST_FILES);
        assertThat(folders).isEmpty();
    }

    @Test
    void noNameStandsForTwoClasses() throws IOException {
        Map<String, List<Path>> names =
                sources().stream()
                        .collect(
                                Collectors.groupingBy(
                                        file -> file.getFileName().toString(),
                                        TreeMap::new,
                                        Collectors.toList()));
        assertThat(names).isNotEmpty();
        names.keySet().removeAll(TWICE);
        names.values().removeIf(files -> files.size() == 1);
        assertThat(names).isEmpty();
    }
}
