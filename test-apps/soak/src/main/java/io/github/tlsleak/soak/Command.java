package io.github.tlsleak.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that was run: its exit code and what it printed. Immutable. */
record Command(int code, String output) {

    private static final long MOST_SECONDS = 300;

    /** A command that runs. Used by one thread. */
    record Running(List<String> words, Process process, Path file) {

        /** Waits for its end. */
        Command end() throws IOException, InterruptedException {
            try {
                if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new Failure(words + " did not end in " + MOST_SECONDS + " s");
                }
                return new Command(process.exitValue(), Files.readString(file));
            } finally {
                Files.delete(file);
            }
        }

        /** Waits for its end, which must be success. Returns what it printed. */
        String mustEnd() throws IOException, InterruptedException {
            Command command = end();
            if (command.code != 0) {
                throw new Failure(words + " ended with " + command.code + ": " + command.output);
            }
            return command.output;
        }
    }

    static Running start(List<String> words) throws IOException {
        Path output = Files.createTempFile("tlsleak-soak", ".txt");
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            return new Running(words, process, output);
        } catch (IOException e) {
            Files.delete(output);
            throw e;
        }
    }

    /** Runs a command to its end. */
    static Command run(List<String> words) throws IOException, InterruptedException {
        return start(words).end();
    }

    /** Runs a command that must succeed. Returns what it printed. */
    static String must(List<String> words) throws IOException, InterruptedException {
        return start(words).mustEnd();
    }
}
