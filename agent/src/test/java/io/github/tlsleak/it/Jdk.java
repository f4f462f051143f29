package io.github.tlsleak.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A JDK that test programs run on.
 *
 * @param home its directory
 * @param major its feature release: 8, 11, 17 ...
 */
public record Jdk(Path home, int major) {

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

    /** The JDK that runs the tests. */
    public static Jdk own() {
        return at(Path.of(System.getProperty("java.home")));
    }

    private static Jdk at(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(home + " is no JDK: it has no release file", e);
        }
        String version = release.getProperty("JAVA_VERSION").replace("\"", "");
        String[] parts = version.split("[.\\-+]");
        return new Jdk(home, Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]));
    }

    /** The launcher. */
    public String java() {
        return home.resolve("bin/java").toString();
    }

    @Override
    public String toString() {
        return "jdk " + major;
    }
}
