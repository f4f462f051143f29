package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.heap.take.TakenDump;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.terminal.TerminalText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** The heap dump that a user means: a file, or one to be taken of a running JVM. One thread. */
final class DumpSource {

    private final CliEnvironment environment;
    private final int width;
    private final PrintWriter err;

    /**
     * @param width the columns of the terminal
     */
    DumpSource(CliEnvironment environment, int width, PrintWriter err) {
        this.environment = environment;
        this.width = width;
        this.err = err;
    }

    /** Reads a dump. */
    interface Reader {
        /**
         * @param name what to call the dump
         * @return the exit code
         * @throws IOException with one clear line
         */
        int read(Path file, String name) throws IOException;
    }

    /**
     * Lets a dump be read. What was taken is removed afterwards.
     *
     * @param word a file, a pid, a main class, its simple name, or a jar
     * @param yes whether the user has agreed to a dump of a running JVM
     * @param keep where such a dump is to stay, or null
     * @return the exit code, after a line on {@code err} if it is not the reader's
     */
    int read(String word, boolean yes, @Nullable Path keep, Reader reader)
            throws UnreachableException {
        try {
            if (!isFile(word)) {
                return ofJvm(word, yes, keep, reader);
            }
            if (keep != null) {
                err.println("tlsleak: --keep is for a running JVM, and " + word + " is a file");
                return ExitCode.WRONG_USAGE;
            }
            return reader.read(Paths.get(word), word);
        } catch (IOException e) {
            err.println(TerminalText.lines("tlsleak: " + e.getMessage()));
            return ExitCode.UNREADABLE;
        }
    }

    private int ofJvm(String word, boolean yes, @Nullable Path keep, Reader reader)
            throws UnreachableException, IOException {
        LocalJvm jvm = new Target(environment.jvms(), width, err).find(word);
        if (jvm == null) {
            return ExitCode.UNREACHABLE;
        }
        try (TakenDump dump = new DumpDialog(environment, err).take(jvm, yes, keep)) {
            return dump == null ? ExitCode.WRONG_USAGE : reader.read(dump.file(), jvm.toString());
        }
    }

    /** Whether a word is a file rather than a JVM. A jar or a number is a JVM. */
    private static boolean isFile(String word) {
        if (word.matches("\\d{1,18}")) {
            return false;
        }
        if (word.indexOf('/') >= 0 || word.indexOf('\\') >= 0) {
            return !word.endsWith(".jar");
        }
        try {
            return word.matches(".*\\.(hprof|gz)")
                    || !word.endsWith(".jar") && Files.exists(Paths.get(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
