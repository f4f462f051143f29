package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The report files that the operands of a command line name. Used by one thread. */
final class ReportFiles {

    private static final int MAX_FILES = 100_000;

    private final List<ReportSource> sources = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final Set<String> cuts = new HashSet<>();

    /**
     * Finds the files. None is opened.
     *
     * @param operands files, directories, or {@code -} for the standard input
     * @param stdin the standard input
     */
    ReportFiles(List<String> operands, InputStream stdin) {
        for (String operand : operands) {
            if (!operand.equals("-")) {
                add(operand);
            } else if (cuts.add("-")) {
                sources.add(ReportSource.stdin(stdin));
            }
        }
    }

    /** Each file once, in the order of the operands. Files of a directory are sorted by name. */
    List<ReportSource> sources() {
        return sources;
    }

    /** Operands that name no file, and directories that cannot be listed: one line each. */
    List<String> errors() {
        return errors;
    }

    private void add(String operand) {
        Path path;
        try {
            path = Paths.get(operand);
        } catch (InvalidPathException e) {
            errors.add(PlainText.printable(operand + ": not a file name: " + e.getReason()));
            return;
        }
        if (!Files.isDirectory(path)) {
            addOnce(path, true);
            return;
        }
        List<Path> files = new ArrayList<>();
        list(path, files, true);
        // FILE.1 comes first: it is older than FILE
        files.sort(
                Comparator.comparing(ReportFiles::stem).thenComparing(Comparator.reverseOrder()));
        int before = sources.size();
        for (Path file : files) {
            addOnce(file, false);
        }
        if (files.isEmpty() && sources.size() == before) {
            errors.add(PlainText.printable(path + ": no file in this directory"));
        }
    }

    private void list(Path directory, List<Path> files, boolean deeper) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (entry.getFileName().toString().startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    if (deeper) {
                        list(entry, files, false);
                    }
                } else if (files.size() == MAX_FILES) {
                    cut(directory);
                    return;
                } else if (Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            String name = PlainText.printable(directory.toString());
            errors.add(name + ": this directory cannot be listed, permission denied?");
        }
    }

    private void cut(Path directory) {
        if (cuts.add("files")) {
            String name = PlainText.printable(directory.toString());
            errors.add(name + ": more than " + MAX_FILES + " files, the rest is left out");
        }
    }

    private void addOnce(Path file, boolean named) {
        if (seen.add(real(file))) {
            sources.add(named ? ReportSource.named(file) : ReportSource.found(file));
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            // a pipe has no real path; if the file is missing, opening it reports that
            return file.toAbsolutePath();
        }
    }

    private static String stem(Path file) {
        String name = file.toString();
        return name.endsWith(".1") ? name.substring(0, name.length() - 2) : name;
    }
}
