package io.github.tlsleak.junit.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JUnit on a JDK.
 *
 * @param junit directory of {@code target/junit}
 * @param major feature release of the JDK
 * @param home of the JDK
 */
record Launch(String junit, int major, Path home) implements Comparable<Launch> {

    private static final Pattern VERSION =
            Pattern.compile("java\\.specification\\.version = (?:1\\.)?(\\d+)");

    /** Every JUnit on the build's own JDK, or the oldest and the newest on those that are given. */
    static List<Launch> all() {
        List<Launch> launches = new ArrayList<>();
        for (Path jdk : jdks()) {
            int major = major(jdk);
            launches.add(new Launch("5.8", major, jdk));
            if (!areGiven() || major < 17) {
                launches.add(new Launch("5.14", major, jdk));
            }
            if (major >= 17) {
                launches.add(new Launch("6", major, jdk));
            }
        }
        return launches;
    }

    /** The newest JUnit on the build's own JDK. */
    static Launch own() {
        Path home = Path.of(System.getProperty("java.home"));
        return new Launch("6", major(home), home);
    }

    private static boolean areGiven() {
        return !System.getProperty("tlsleak.jdks", "").isBlank();
    }

    /** The JDKs of {@code -Dtlsleak.jdks=DIR,DIR}, or the build's own. */
    static List<Path> jdks() {
        List<Path> jdks = new ArrayList<>();
        for (String dir : System.getProperty("tlsleak.jdks", "").split(",")) {
            if (!dir.isBlank()) {
                jdks.add(Path.of(dir.trim()));
            }
        }
        return jdks.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : jdks;
    }

    static int major(Path home) {
        try {
            Process java =
                    new ProcessBuilder(
                                    home.resolve("bin/java").toString(),
                                    "-XshowSettings:properties",
                                    "-version")
                            .redirectErrorStream(true)
                            .start();
            String text = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(text);
            if (!version.find()) {
                throw new IllegalArgumentException(home + " is no JDK: " + text);
            }
            return Integer.parseInt(version.group(1));
        } catch (IOException e) {
            throw new IllegalArgumentException(home + " is no JDK", e);
        }
    }

    Samples samples() {
        return new Samples(junit).on(home);
    }

    boolean hasVirtualThreads() {
        return major >= 21;
    }

    boolean releasesInstances() {
        return !junit.equals("5.8");
    }

    @Override
    public int compareTo(Launch other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "JUnit " + junit + " on JDK " + major;
    }
}
