package io.github.tlsleak.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK that test programs run on.
 *
 * @param home its directory
 * @param major its feature release: 8, 11, 17 ...
 */
public record Jdk(Path home, int major) {

    /** By their directories. To ask one takes a JVM, and each scenario wants all of them. */
    private static final Map<Path, Jdk> ASKED = new ConcurrentHashMap<>();

    private static final Pattern VERSION =
            Pattern.compile("java\\.specification\\.version = (?:1\\.)?(\\d+)");

    /** The build's own JDK and those of {@code -Dtlsleak.jdks=DIR,DIR}; each release once. */
    public static List<Jdk> all() {
        List<Jdk> jdks = new ArrayList<>();
        String given = System.getProperty("tlsleak.jdks", "");
        if (given.isBlank()) {
            jdks.add(own());
        }
        for (String dir : given.split(",")) {
            if (!dir.isBlank()) {
                jdks.add(at(Path.of(dir.trim())));
            }
        }
        return jdks;
    }

    /**
     * Those that are not thin: for what is not expected to differ between releases. All of them if
     * each is thin.
     */
    public static List<Jdk> notThin() {
        List<Jdk> all = all();
        List<Jdk> jdks = all.stream().filter(jdk -> !jdk.isThin()).toList();
        return jdks.isEmpty() ? all : jdks;
    }

    /** Whether this is the newest of those that are not thin. */
    public boolean isNewest() {
        return notThin().stream().allMatch(jdk -> jdk.major() <= major) && !isThin();
    }

    /** Whether everything plays on all JDKs: they are given, and none is thin. */
    public static boolean isWholeRun() {
        return areGiven() && all().stream().noneMatch(Jdk::isThin);
    }

    /** Whether {@code tlsleak.jdks} is set, as in a whole run over many JDKs. */
    public static boolean areGiven() {
        return !System.getProperty("tlsleak.jdks", "").isBlank();
    }

    /**
     * Whether {@code -Dtlsleak.thin=11,21} names this JDK. Then only the newest TLS version is
     * played, not what {@link #notThin} is for, and scenarios as {@code PlayedOn} tells.
     */
    public boolean isThin() {
        String thin = System.getProperty("tlsleak.thin", "");
        return List.of(thin.split(",")).contains(String.valueOf(major));
    }

    /** The JDK that runs the tests. */
    public static Jdk own() {
        return at(Path.of(System.getProperty("java.home")));
    }

    private static Jdk at(Path home) {
        return ASKED.computeIfAbsent(home, Jdk::ask);
    }

    /** Asks the JDK itself, because not every distribution ships a release file. */
    private static Jdk ask(Path home) {
        String launcher = home.resolve("bin/java").toString();
        try {
            Process java =
                    new ProcessBuilder(launcher, "-XshowSettings:properties", "-version")
                            .redirectErrorStream(true)
                            .start();
            String text = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(text);
            if (!version.find()) {
                throw new IllegalArgumentException(home + " is no JDK: " + text);
            }
            return new Jdk(home, Integer.parseInt(version.group(1)));
        } catch (IOException e) {
            throw new IllegalArgumentException(home + " is no JDK", e);
        }
    }

    /** The path of the {@code java} launcher. */
    public String java() {
        return home.resolve("bin/java").toString();
    }

    @Override
    public String toString() {
        return "jdk " + major;
    }
}
