package io.github.tlsleak.bench.run;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM that measures one window at each of its turns. */
public final class Player implements Closeable {
    /** A round takes minutes. A JVM that hangs must not stop a run of hours. */
    private static final int DEADLINE_MINUTES = 30;

    private final Process process;
    private final Path errors;
    private final BufferedReader out;
    private final Writer in;

    private Player(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader(StandardCharsets.US_ASCII);
        this.in = process.outputWriter(StandardCharsets.US_ASCII);
        CompletableFuture.delayedExecutor(DEADLINE_MINUTES, TimeUnit.MINUTES)
                .execute(process::destroyForcibly);
    }

    /** Starts a JVM. It begins to warm up. */
    public static Player start(Path dir, List<String> command) throws IOException {
        Path errors = Files.createTempFile(dir, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return new Player(builder.start(), errors);
    }

    /** Waits until the JVM is warm. */
    public void awaitReady() throws IOException {
        String line = line();
        if (!line.equals("ready")) {
            throw new IOException("ready expected: " + line);
        }
    }

    /**
     * One turn.
     *
     * @return {@code operations}, and what they took together: {@code elapsed} nanoseconds and the
     *     numbers of {@code load.meter.Counters}
     */
    public Map<String, Double> turn() throws IOException {
        try (Instructions instructions = Instructions.of(process.pid())) {
            in.write('\n');
            in.flush();
            Map<String, Double> numbers = new HashMap<>();
            for (String line = line(); !line.equals("turn"); line = line()) {
                String[] words = line.split(" ");
                numbers.put(words[0], Double.valueOf(words[1]));
            }
            instructions.end(numbers);
            return numbers;
        }
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("the JVM ended early\n" + Files.readString(errors));
        }
        return line;
    }

    /** Ends the JVM in order and waits, because an agent writes its summary then. */
    @Override
    public void close() throws IOException {
        try {
            in.close();
        } catch (IOException e) {
            // it has ended already: its exit code says why
        }
        int exit = process.onExit().join().exitValue();
        if (exit != 0) {
            throw new IOException("exit " + exit + '\n' + Files.readString(errors));
        }
        Files.delete(errors);
    }
}
