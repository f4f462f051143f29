package io.github.tlsleak.bench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts of a JDK. The JDK itself is asked. */
public final class Jdk {
    private static final Pattern VERSION = Pattern.compile("version \"(?:1\\.)?(\\d+)");
    private static final Map<Path, Integer> RELEASES = new ConcurrentHashMap<>();

    private Jdk() {}

    /** The feature release of the JDK in a directory. */
    public static int release(Path home) throws IOException {
        Integer known = RELEASES.get(home);
        if (known == null) {
            Matcher version = VERSION.matcher(java(home, "-version"));
            if (!version.find()) {
                throw new IOException("no JVM in " + home);
            }
            known = Integer.valueOf(version.group(1));
            RELEASES.put(home, known);
        }
        return known;
    }

    /** Whether a JVM starts with an option. */
    public static boolean accepts(Path home, String option) throws IOException {
        return !java(home, option, "-version").contains("Error: Could not create");
    }

    private static String java(Path home, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    public static String className(String entry) {
        return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    }
}
