package io.github.tlsleak.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A fresh JVM and the lines {@code name number} that it prints. When it prints {@code ready}, it
 * can be examined; then a line on its input tells it to end.
 */
public final class Child {

    /** Examines a JVM that waits. */
    public interface Look {
        void at(long pid) throws IOException;
    }

    private static final int DEADLINE_MINUTES = 30;

    private final Map<String, Double> values = new LinkedHashMap<>();

    private Child() {}

    /**
     * Runs a JVM to its end.
     *
     * @param dir for its stderr
     * @param command executable and arguments
     * @param look examines the JVM once it is ready, or null
     * @return what it printed, and {@code user}, {@code sys}, {@code wall} in seconds
     */
    public static Child run(Path dir, List<String> command, Look look) throws IOException {
        Path errors = Files.createTempFile(dir, "stderr", ".txt");
        Path times = Files.createTempFile(dir, "times", ".txt");
        // the shell's time comes from the operating system: the whole process, in milliseconds
        String script = "TIMEFORMAT='%U %S %R'; { time { \"$@\" 2>\"$ERRORS\"; }; } 2>\"$TIMES\"";
        List<String> shell = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        shell.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(shell);
        builder.environment().put("ERRORS", errors.toString());
        builder.environment().put("TIMES", times.toString());
        builder.environment().put("LC_NUMERIC", "C");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        // a JVM that hangs must not stop a run of hours
        CompletableFuture.delayedExecutor(DEADLINE_MINUTES, TimeUnit.MINUTES)
                .execute(() -> process.descendants().forEach(ProcessHandle::destroyForcibly));
        Child child = new Child();
        child.read(process, look);
        child.end(process, command, errors, times);
        Files.delete(errors);
        Files.delete(times);
        return child;
    }

    private void read(Process process, Look look) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                OutputStream in = process.getOutputStream()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 2) {
                    put(words[0], words[1]);
                }
                if (words[0].equals("ready")) {
                    if (look != null) {
                        look.at(process.children().findFirst().orElseThrow().pid());
                    }
                    in.write('\n');
                    in.flush();
                }
            }
        }
    }

    private void put(String name, String number) {
        try {
            values.put(name, Double.valueOf(number));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("not a number: " + name + ' ' + number, e);
        }
    }

    private void end(Process process, List<String> command, Path errors, Path times)
            throws IOException {
        int exit;
        try {
            exit = process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (exit != 0) {
            throw new IOException(
                    "exit " + exit + " of " + command + '\n' + Files.readString(errors));
        }
        String[] spent = Files.readString(times).trim().split(" ");
        put("user", spent[0]);
        put("sys", spent[1]);
        put("wall", spent[2]);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in " + values);
        }
        return value;
    }
}
