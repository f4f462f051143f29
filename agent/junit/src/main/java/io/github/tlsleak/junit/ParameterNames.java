package io.github.tlsleak.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.ConfigurationParameters;

/** Looks for configuration parameters that do not exist, such as misspelt ones. Stateless. */
final class ParameterNames {

    static final List<String> KNOWN =
            Arrays.asList("check", "enabled", "open", "report", "required", "severity");

    private ParameterNames() {}

    /** Prints a line for each. */
    static void warn(ConfigurationParameters parameters) {
        Set<String> names = new TreeSet<>(System.getProperties().stringPropertyNames());
        names.addAll(keys(parameters));
        for (String name : names) {
            if (isUnknown(name)) {
                Notes.warn(
                        name
                                + " does not exist: expected one of "
                                + Settings.PREFIX
                                + String.join(", ", KNOWN));
            }
        }
    }

    static boolean isUnknown(String name) {
        return name.startsWith(Settings.PREFIX)
                && !KNOWN.contains(name.substring(Settings.PREFIX.length()));
    }

    /** Those of files and of the build tool; JUnit before 5.9 does not tell them. */
    private static Set<String> keys(ConfigurationParameters parameters) {
        Set<String> keys = new TreeSet<>();
        try {
            Method keySet = ConfigurationParameters.class.getMethod("keySet");
            for (Object key : (Set<?>) keySet.invoke(parameters)) {
                keys.add(String.valueOf(key));
            }
        } catch (ReflectiveOperationException e) {
            // the properties of the JVM are looked at all the same
            return keys;
        }
        return keys;
    }
}
