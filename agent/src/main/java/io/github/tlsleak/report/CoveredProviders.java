package io.github.tlsleak.report;

import io.github.tlsleak.verdict.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which providers the instrumented classes belong to, and how well they are known. Immutable. */
final class CoveredProviders {

    private static final String PRECISE = "SunJSSE";

    /** Of the JDK's own classes, those of the provider aside, nothing is to be said. */
    private static final String[] JDK = {"java.", "javax.", "sun.", "com.sun.", "jdk."};

    private final Set<String> names = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();

    CoveredProviders(List<String> classNames) {
        for (String name : classNames) {
            String provider = Providers.of(name);
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

    /** Providers, then classes of no provider we know, that are judged by the public API only. */
    List<String> imprecise() {
        List<String> all = new ArrayList<>(names);
        all.remove(PRECISE);
        all.addAll(unknown);
        return all;
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
