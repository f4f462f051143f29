package io.github.tlsleak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts of a JDK. */
final class Jdk {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");

    private Jdk() {}

    /** The feature release of a home. */
    static int release(Path home) throws IOException {
        Path file = home.resolve("release");
        if (!Files.exists(file)) {
            file = home.resolve("../release");
        }
        Matcher version = VERSION.matcher(Files.readString(file));
        if (!version.find()) {
            throw new IOException("no JAVA_VERSION in " + file);
        }
        return Integer.parseInt(version.group(1));
    }

    static String className(String entry) {
        return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    }
}
