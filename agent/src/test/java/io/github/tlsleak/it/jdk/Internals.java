package io.github.tlsleak.it.jdk;

import io.github.tlsleak.common.text.DataFile;
import java.util.ArrayList;
import java.util.List;

/** All that the agent relies on inside the JDK: the lines of {@code internals.txt}. Stateless. */
final class Internals {

    private Internals() {}

    static List<Internal> all() {
        return DataFile.lines(Internals.class, "internals.txt").stream()
                .map(Internal::parse)
                .toList();
    }

    /**
     * What a JDK should have and has not, a line each.
     *
     * @param major its release
     */
    static List<String> problems(int major, Internal.Classes jdk) {
        List<String> problems = new ArrayList<>();
        for (Internal internal : all()) {
            String problem = internal.isOf(major) ? internal.problem(jdk) : null;
            if (problem != null) {
                problems.add("JDK " + major + ": " + problem);
            }
        }
        return problems;
    }
}
