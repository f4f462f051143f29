package io.github.tlsleak.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that answers lines with lines. Used by one thread. */
final class Program implements AutoCloseable {

    private static final long MOST_SECONDS = 300;

    private final String name;
    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    /**
     * Starts it.
     *
     * @param environment is added to this program's
     * @param err takes its stderr
     */
    Program(String name, List<String> words, Map<String, String> environment, Path err)
            throws IOException {
        this.name = name;
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(err.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.outputWriter(StandardCharsets.UTF_8);
    }

    long pid() {
        return process.pid();
    }

    /** Processor time so far, seconds; 0 if the system does not say. */
    long processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toSeconds();
    }

    /** The next line of its standard output. */
    String line() throws InterruptedException {
        String line;
        try {
            line = CompletableFuture.supplyAsync(this::read).get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Failure(name + " has not answered for " + MOST_SECONDS + " s");
        } catch (ExecutionException e) {
            throw new Failure(name + " cannot be read: " + e.getCause());
        }
        if (line == null) {
            throw new Failure(name + " has ended: see its stderr");
        }
        return line;
    }

    private String read() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it; the answer must begin with ok. Returns the rest of the answer. */
    String ask(String question) throws IOException, InterruptedException {
        say(question);
        String answer = line();
        if (!answer.startsWith("ok")) {
            throw new Failure(name + " answers " + question + " with " + answer);
        }
        return answer.substring(2).trim();
    }

    private void say(String line) throws IOException {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new Failure(name + " does not listen any more, asked " + line + ": " + e);
        }
    }

    /** Ends the program, which must end well. */
    void quit() throws IOException, InterruptedException {
        say("quit");
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new Failure(name + " does not end");
        }
        if (process.exitValue() != 0) {
            throw new Failure(name + " ended with " + process.exitValue());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
