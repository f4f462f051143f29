package io.github.tlsleak.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was asked for. Immutable. */
record Setup(Duration length, long seed, Path javaHome, Path agent, Path dir, List<String> jvm) {

    private static final long LEAST_ROUND_SECONDS = 8;
    private static final long MOST_ROUND_SECONDS = 90;
    private static final int ROUNDS = 20;

    static final String USAGE =
            "usage: Soak --for 2h|3m|90s --agent tlsleak.jar [--seed N] [--java HOME] [--dir DIR]"
                    + " [--jvm FLAG]...";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with one line that says what is wrong
     */
    static Setup of(String... args) {
        Duration length = Duration.ofMinutes(3);
        long seed = System.nanoTime() & 0xFFFFFF;
        Path home = Path.of(System.getProperty("java.home"));
        Path agent = null;
        Path dir = Path.of("target/soak");
        List<String> jvm = new ArrayList<>();
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value; " + USAGE);
            }
            String value = args[i + 1];
            switch (args[i]) {
                case "--for" -> length = length(value);
                case "--seed" -> seed = seed(value);
                case "--java" -> home = Path.of(value);
                case "--agent" -> agent = Path.of(value).toAbsolutePath();
                case "--dir" -> dir = Path.of(value);
                case "--jvm" -> jvm.add(value);
                default -> throw new IllegalArgumentException(args[i] + " is no option; " + USAGE);
            }
        }
        if (agent == null) {
            throw new IllegalArgumentException("--agent is missing; " + USAGE);
        }
        return new Setup(length, seed, home, agent, dir.toAbsolutePath(), List.copyOf(jvm));
    }

    private static long seed(String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new IllegalArgumentException("--seed " + text + ": a whole number");
        }
        return Long.parseLong(text);
    }

    private static Duration length(String text) {
        if (!text.matches("[1-9][0-9]{0,5}[hms]")) {
            throw new IllegalArgumentException(
                    "--for " + text + ": a number with h, m or s, such as 2h");
        }
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    /** How long a round lasts. */
    Duration round() {
        long seconds = length.toSeconds() / ROUNDS;
        return Duration.ofSeconds(
                Math.max(LEAST_ROUND_SECONDS, Math.min(MOST_ROUND_SECONDS, seconds)));
    }

    /** For the temporary files of all that is started. */
    Path temporary() {
        return dir.resolve("tmp");
    }

    String java() {
        return javaHome.resolve("bin/java").toString();
    }
}
