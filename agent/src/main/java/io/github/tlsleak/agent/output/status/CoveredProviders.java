package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.provider.KnownProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The providers of the instrumented classes, and what is not exact of each. Immutable. */
final class CoveredProviders {

    private static final int SHOWN = 20;

    /** Packages of the JDK. Its classes need no remark, unless they belong to its provider. */
    private static final String[] JDK = {"java.", "javax.", "sun.", "com.sun.", "jdk."};

    private final Set<String> names = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();

    CoveredProviders(List<String> classNames) {
        for (String name : classNames) {
            String provider = KnownProvider.of(name);
            if (provider != null) {
                names.add(provider);
            } else if (!isOfTheJdk(name)) {
                unknown.add(name);
            }
        }
    }

    /** All providers, sorted. */
    List<String> names() {
        return new ArrayList<>(names);
    }

    /** What is not exact: a line for each provider, then one for classes of unknown providers. */
    List<String> limits() {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            String limits = KnownProvider.limits(name);
            if (limits != null) {
                all.add(name + ": " + limits);
            }
        }
        if (!unknown.isEmpty()) {
            all.add(someOf(unknown) + ": judged by the public API, and by what they delegate to");
        }
        return all;
    }

    private static String someOf(Set<String> classes) {
        String names = classes.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int more = classes.size() - SHOWN;
        return more > 0 ? names + " and " + more + " more" : names;
    }

    private static boolean isOfTheJdk(String name) {
        for (String prefix : JDK) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
