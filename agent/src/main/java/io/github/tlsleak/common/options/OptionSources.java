package io.github.tlsleak.common.options;

import io.github.tlsleak.common.text.UserFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads option texts from the four sources: agent arguments, system properties, environment and
 * config file. Stateless, thread-safe.
 */
public final class OptionSources {

    public static final String PROPERTY_PREFIX = "tlsleak.";
    public static final String ENVIRONMENT_PREFIX = "TLSLEAK_";

    /** Parameters of tlsleak-junit. */
    private static final String JUNIT_PREFIX = "tlsleak.junit.";

    /** Parameters of the Maven plugin: Maven hands those of its command line to the tests' JVM. */
    private static final Set<String> MAVEN_PARAMETERS =
            new HashSet<>(
                    Arrays.asList(
                            "tlsleak.skip",
                            "tlsleak.options",
                            "tlsleak.formats",
                            "tlsleak.failOn",
                            "tlsleak.failOnKilled",
                            "tlsleak.writeBaseline",
                            "tlsleak.propertyName",
                            "tlsleak.appPackages",
                            "tlsleak.reportDirectory"));

    private static final int MAX_FILE_MEGABYTES = 1;

    private OptionSources() {}

    /** Agent arguments; null: there are none. */
    static OptionSource arguments(@Nullable String agentArgs, List<String> warnings) {
        OptionSource source = new OptionSource("agent argument", "agent argument", "", "");
        for (Map.Entry<String, String> e : OptionParser.parse(agentArgs, warnings).entrySet()) {
            source.put(e.getKey(), e.getValue(), warnings);
        }
        return source;
    }

    /** System properties whose names start with {@code tlsleak.}. */
    static OptionSource properties(Properties system, List<String> warnings) {
        OptionSource source =
                new OptionSource("system property", "system property", PROPERTY_PREFIX, "");
        // sorted, so that every start gives its warnings in the same order
        for (String name : new TreeSet<>(system.stringPropertyNames())) {
            String text = isOption(name) ? system.getProperty(name) : null;
            if (text != null) {
                source.put(name, text, warnings);
            }
        }
        return source;
    }

    private static boolean isOption(String property) {
        return property.startsWith(PROPERTY_PREFIX)
                && !property.startsWith(JUNIT_PREFIX)
                && !MAVEN_PARAMETERS.contains(property);
    }

    /** Environment variables whose names start with {@code TLSLEAK_} and that are not empty. */
    static OptionSource environment(Map<String, String> env, List<String> warnings) {
        OptionSource source =
                new OptionSource("environment", "environment variable", ENVIRONMENT_PREFIX, "");
        for (String name : new TreeSet<>(env.keySet())) {
            String text = name.startsWith(ENVIRONMENT_PREFIX) ? env.get(name) : null;
            if (text != null && !text.isEmpty()) {
                source.put(name, text, warnings);
            }
        }
        return source;
    }

    /**
     * A properties file in UTF-8, at most 1 MB. A file that cannot be read gives one warning and an
     * empty source.
     */
    static OptionSource file(String file, List<String> warnings) {
        String shown = "config file " + OptionValues.show(file);
        OptionSource source = new OptionSource(shown, "option", "", " in " + shown);
        try {
            Properties properties = read(Paths.get(file));
            if (properties.remove(OptionKey.CONFIG.key()) != null) {
                warnings.add("option config in " + shown + ": cannot be set there; ignored");
            }
            for (String name : new TreeSet<>(properties.stringPropertyNames())) {
                source.put(name, properties.getProperty(name).trim(), warnings);
            }
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            warnings.add("cannot read " + shown + ": " + reason(e) + "; its options do not apply");
        }
        return source;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(UserFile.read(file, MAX_FILE_MEGABYTES)));
        return properties;
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return UserFile.reason(e);
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof InvalidPathException) {
            return "not a file name";
        }
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : OptionValues.show(e.getMessage());
    }
}
