package io.github.tlsleak.bench;

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

/** A JVM that measures one window at each of its turns. */
final class Player implements Closeable {
    private final Process process;
    private final Path errors;
    private final BufferedReader out;
    private final Writer in;

    private Player(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader(StandardCharsets.US_ASCII);
        this.in = process.outputWriter(StandardCharsets.US_ASCII);
    }

    /** Starts a JVM. It begins to warm up. */
    static Player start(Path dir, List<String> command) throws IOException {
        Path errors = Files.createTempFile(dir, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return new Player(builder.start(), errors);
    }

    /** Waits until the JVM is warm. */
    void awaitReady() throws IOException {
        expect("ready");
    }

    /** One turn. Returns {@code cpu} and {@code elapsed}, nanoseconds an operation. */
    Map<String, Double> turn() throws IOException {
        in.write('\n');
        in.flush();
        Map<String, Double> numbers = new HashMap<>();
        for (String name : List.of("cpu", "elapsed")) {
            numbers.put(name, Double.valueOf(expect(name)));
        }
        return numbers;
    }

    private String expect(String name) throws IOException {
        String line = out.readLine();
        if (line == null || !line.startsWith(name)) {
            process.destroyForcibly();
            throw new IOException(name + " expected: " + line + '\n' + Files.readString(errors));
        }
        return line.substring(name.length()).trim();
    }

    /** Ends the JVM in order and waits, because an agent writes its summary then. */
    @Override
    public void close() throws IOException {
        in.close();
        int exit = process.onExit().join().exitValue();
        if (exit != 0) {
            throw new IOException("exit " + exit + '\n' + Files.readString(errors));
        }
        Files.delete(errors);
    }
}
