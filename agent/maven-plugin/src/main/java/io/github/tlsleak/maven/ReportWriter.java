package io.github.tlsleak.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Writes reports as files for readers and for other programs. Used by one thread. */
final class ReportWriter {

    private final CommandLine line;
    private final Log log;

    ReportWriter(CommandLine line, Log log) {
        this.line = line;
        this.log = log;
    }

    /**
     * Writes a file. Without reports there is none, also not that of an earlier build.
     *
     * @param operands report files
     * @param format a format of the command {@code report}
     * @param roots directories with source files, for formats that name them
     * @param directory where to write
     */
    void write(List<String> operands, String format, List<Path> roots, Path directory)
            throws MojoExecutionException {
        Path file = directory.resolve(name(format));
        try {
            Files.deleteIfExists(file);
            if (operands.isEmpty()) {
                log.info("no report to show");
                return;
            }
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new MojoExecutionException(file + " cannot be written: " + e, e);
        }
        List<String> words = new ArrayList<>();
        words.add("report");
        words.addAll(operands);
        words.add("--format");
        words.add(format);
        words.add("--out");
        words.add(file.toString());
        for (Path root : roots) {
            words.add("--src");
            words.add(root.toString());
        }
        line.run(words);
        line.messages().forEach(log::warn);
        if (!Files.exists(file)) {
            throw new MojoExecutionException(line.message());
        }
        log.info("report: " + file);
    }

    private static String name(String format) {
        return format.equals("html") ? "index.html" : "tlsleak." + format;
    }
}
