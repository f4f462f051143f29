package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.provider.KnownProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which providers the instrumented classes belong to, and how well they are known. Immutable. */
final class CoveredProviders {

    private static final int SHOWN = 20;

    /** Of the JDK's own classes, those of the provider aside, nothing is to be said. */
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

    /** What cannot be known, a provider a line; then of classes of no provider we know. */
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
