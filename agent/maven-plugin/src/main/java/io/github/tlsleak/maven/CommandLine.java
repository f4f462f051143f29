package io.github.tlsleak.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the agent's own command line, {@code java -jar tlsleak.jar}, in a JVM of its own. Used by
 * one thread.
 */
final class CommandLine {

    /** Nothing was found. */
    static final int DONE = 0;

    /** Something was found that {@code --fail-on} names. */
    static final int FOUND = 1;

    /** Its lines begin so; Maven names the plugin anyway. */
    private static final String NAME = "tlsleak: ";

    private final File jar;

    /** Null for that of Maven itself. */
    private @Nullable File directory;

    /** Lines of the last run on stderr. */
    private List<String> messages = Collections.emptyList();

    CommandLine(File jar) {
        this.jar = jar.getAbsoluteFile();
    }

    /** Relative names are those of a directory. */
    CommandLine in(File directory) {
        this.directory = directory;
        return this;
    }

    /**
     * Runs a command and waits for its end.
     *
     * @return the exit code
     */
    int run(List<String> words) throws MojoExecutionException {
        Path err = null;
        try {
            err = Files.createTempFile("tlsleak", ".txt");
            int code = run(words, err.toFile());
            messages = new ArrayList<>();
            // bytes that are no characters here must hide no message
            String text = new String(Files.readAllBytes(err), Charset.defaultCharset());
            for (String line : text.split("\\R")) {
                if (!line.isEmpty()) {
                    messages.add(line.startsWith(NAME) ? line.substring(NAME.length()) : line);
                }
            }
            return code;
        } catch (IOException e) {
            throw new MojoExecutionException("tlsleak's command line cannot be run: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted while tlsleak's command line ran", e);
        } finally {
            if (err != null) {
                // it is in the temporary directory: nothing depends on it
                err.toFile().delete();
            }
        }
    }

    private int run(List<String> words, File err) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-jar");
        command.add(jar.getPath());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        // agents and limits that are meant for other JVMs
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.directory(directory);
        builder.redirectError(err);
        builder.redirectOutput(err);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    /** What it said, without the report itself. */
    List<String> messages() {
        return messages;
    }

    /** The same in one line. */
    String message() {
        return String.join("; ", messages);
    }
}
