package io.github.tlsleak.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The directory with the reports of one module's test JVMs. Used by one thread. */
final class ReportDirectory {

    /** Of the current file, and of its predecessor after it was rotated. */
    private static final String FILES = "*.{jsonl,jsonl.1}";

    /** Its age tells tests that ran since from those of an earlier build. */
    private static final String MARKER = ".prepared";

    /** Characters; Windows allows 32 767 in all. */
    private static final int LONGEST_LINE = 30_000;

    private final Path path;

    ReportDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** The agent's option {@code report}: a file for each JVM. */
    String pattern() {
        return path.resolve("%p.jsonl").toString();
    }

    /** Makes the directory, without reports of an earlier build in it. */
    void prepare() throws IOException {
        Files.createDirectories(path);
        for (Path file : files()) {
            Files.delete(file);
        }
        Files.deleteIfExists(marker());
        Files.createFile(marker());
    }

    /** Written anew by each {@link #prepare}; may be missing. */
    Path marker() {
        return path.resolve(MARKER);
    }

    /**
     * The reports as operands of the command {@code report}: each file, because a named file that
     * is no report is an error; or the directory, where they are too many for a command line.
     */
    List<String> operands() throws IOException {
        List<String> names = new ArrayList<>();
        int length = 0;
        for (Path file : files()) {
            names.add(file.toString());
            length += file.toString().length() + 3;
        }
        return length <= LONGEST_LINE ? names : Collections.singletonList(path.toString());
    }

    /** The reports, sorted; none if there is no directory. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return Collections.emptyList();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, FILES)) {
            entries.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }
}
