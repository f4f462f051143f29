package io.github.tlsleak.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Writes reports as one HTML page. Used by one thread. */
final class HtmlReport {

    private final CommandLine line;
    private final Log log;

    HtmlReport(CommandLine line, Log log) {
        this.line = line;
        this.log = log;
    }

    /**
     * Writes the page. Without reports there is none, also not that of an earlier build.
     *
     * @param operands report files
     * @param page the file to write
     */
    void write(List<String> operands, Path page) throws MojoExecutionException {
        try {
            Files.deleteIfExists(page);
            if (operands.isEmpty()) {
                log.info("no report to show");
                return;
            }
            Files.createDirectories(page.getParent());
        } catch (IOException e) {
            throw new MojoExecutionException(page + " cannot be written: " + e, e);
        }
        List<String> words = new ArrayList<>();
        words.add("report");
        words.addAll(operands);
        words.add("--format");
        words.add("html");
        words.add("--out");
        words.add(page.toString());
        line.run(words);
        line.messages().forEach(log::warn);
        if (!Files.exists(page)) {
            throw new MojoExecutionException(line.message());
        }
        log.info("report: " + page);
    }
}
