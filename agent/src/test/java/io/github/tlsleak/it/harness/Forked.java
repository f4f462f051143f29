package io.github.tlsleak.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A JVM in a process of its own. Its output is read while it runs. */
public final class Forked implements AutoCloseable {

    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final List<Thread> readers = new ArrayList<>();

    private Forked(Process process) {
        this.process = process;
        read(process.getInputStream(), out);
        read(process.getErrorStream(), err);
    }

    /** Starts a command. */
    public static Forked start(ProcessBuilder builder) throws IOException {
        return start(builder, Map.of());
    }

    /** Starts a command with additional environment variables. */
    public static Forked start(ProcessBuilder builder, Map<String, String> environment)
            throws IOException {
        // environment variables of the machine must not change a test
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        return new Forked(builder.start());
    }

    private void read(InputStream in, List<String> lines) {
        Thread reader =
                new Thread(
                        () -> {
                            try (var text =
                                    new BufferedReader(
                                            new InputStreamReader(in, StandardCharsets.UTF_8))) {
                                text.lines().forEach(lines::add);
                            } catch (IOException | UncheckedIOException e) {
                                lines.add("(output lost: " + e + ")");
                            }
                        });
        reader.setDaemon(true);
        reader.start();
        readers.add(reader);
    }

    /** Waits for a line on stdout that matches. The process may have ended before. */
    public String awaitOut(Predicate<String> test, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            boolean over = !process.isAlive() || System.nanoTime() > end;
            if (over) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
            Optional<String> line = out.stream().filter(test).findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            if (over) {
                throw new AssertionError("expected output did not come" + everything());
            }
            Thread.sleep(10);
        }
    }

    /** Ends the process's standard input. Programs of test-apps wait for that. */
    public void release() throws IOException {
        process.getOutputStream().close();
    }

    /** Waits for the end. Returns the exit code. */
    public int exitCode(Duration timeout) throws InterruptedException {
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
            throw new AssertionError("still runs after " + timeout + everything());
        }
        for (Thread reader : readers) {
            reader.join(5_000);
        }
        return process.exitValue();
    }

    /** Waits for the end of the process, which must be in order. */
    public void endsWell(Duration timeout) throws InterruptedException {
        int exit = exitCode(timeout);
        if (exit != 0) {
            throw new AssertionError("exit code " + exit + everything());
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The standard input of the process. */
    public OutputStream in() {
        return process.getOutputStream();
    }

    public long pid() {
        return process.pid();
    }

    public List<String> out() {
        return out;
    }

    public List<String> err() {
        return err;
    }

    /** All lines that were printed, for failure messages. */
    public String everything() {
        return "\n--- stdout\n"
                + String.join("\n", out)
                + "\n--- stderr\n"
                + String.join("\n", err)
                + "\n---";
    }

    /**
     * Removes files that an earlier process of this number left and that would block an attach,
     * whoever owned them.
     */
    public void clearAttachFiles() {
        for (String name : List.of(".java_pid", ".attach_pid")) {
            try {
                Files.deleteIfExists(Path.of("/tmp", name + process.pid()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A killed JVM removes no files, and the kernel soon gives its number to another process. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
            clearAttachFiles();
        }
    }
}
