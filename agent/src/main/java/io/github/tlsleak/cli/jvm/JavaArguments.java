package io.github.tlsleak.cli.jvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a command line of the {@code java} launcher. Immutable. */
final class JavaArguments {

    /** Options whose value is the next word. */
    private static final Set<String> WITH_VALUE =
            new HashSet<>(
                    Arrays.asList(
                            "-cp",
                            "-classpath",
                            "--class-path",
                            "-p",
                            "--module-path",
                            "--upgrade-module-path",
                            "--add-modules",
                            "--add-exports",
                            "--add-opens",
                            "--add-reads",
                            "--limit-modules",
                            "--patch-module",
                            "--enable-native-access",
                            "--source",
                            "-d",
                            "--describe-module"));

    private final List<String> options;
    private final @Nullable String main;

    private JavaArguments(List<String> options, @Nullable String main) {
        this.options = Collections.unmodifiableList(options);
        this.main = main;
    }

    /**
     * Parses a command line.
     *
     * @param words its words; the first is the program
     */
    static JavaArguments of(List<String> words) {
        List<String> options = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            boolean names = word.equals("-jar") || word.equals("-m") || word.equals("--module");
            if (names) {
                return new JavaArguments(options, i + 1 < words.size() ? words.get(i + 1) : null);
            }
            if (word.startsWith("--module=")) {
                return new JavaArguments(options, word.substring("--module=".length()));
            }
            if (!word.startsWith("-") && !word.startsWith("@")) {
                return new JavaArguments(options, word);
            }
            options.add(word);
            if (WITH_VALUE.contains(word)) {
                i++;
            }
        }
        return new JavaArguments(options, null);
    }

    /** The options: words before the main class. */
    List<String> options() {
        return options;
    }

    /** Main class, jar, or module with its class, as it is written; null if there is none. */
    @Nullable String main() {
        return main;
    }

    /**
     * The short name of a program.
     *
     * @param main as {@link #main} returns it
     * @return the class in full, or the jar's file name
     */
    static String shown(String main) {
        int slash = Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\'));
        return slash < 0 || slash == main.length() - 1 ? main : main.substring(slash + 1);
    }
}
