package io.github.tlsleak.common.frames;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that led to an object, as far as they name its site: those of the application, by class
 * and method, the responsible one first. What lies between them does not count. Immutable,
 * thread-safe.
 */
final class CallPath {

    /** The most calls that count. Those further away are seldom in a captured stack at all. */
    static final int MAX_CALLS = 16;

    /** How many calls of a library count where there is none of the application. */
    static final int LIBRARY_CALLS = 3;

    private final Attribution attribution;
    private final Headline headline;

    CallPath(Attribution attribution, Headline headline) {
        this.attribution = attribution;
        this.headline = headline;
    }

    /**
     * The calls that name a site. Each counts once, so that the depth of a recursion is no matter.
     *
     * @param frames cleaned frames, top first
     * @param responsible the first of the application; null if there is none
     * @return class and method of each; empty if there are no frames
     */
    List<String> of(List<String> frames, @Nullable String responsible) {
        if (responsible == null) {
            return names(headline.entry(frames), LIBRARY_CALLS);
        }
        List<String> own = new ArrayList<>();
        for (String frame : frames) {
            if (attribution.isApplication(frame)) {
                own.add(frame);
            }
        }
        return names(own, MAX_CALLS);
    }

    private static List<String> names(List<String> frames, int most) {
        Set<String> names = new LinkedHashSet<>();
        for (String frame : frames) {
            String name = CallName.of(frame);
            if (name != null && names.size() < most) {
                names.add(name);
            }
        }
        if (names.isEmpty() && !frames.isEmpty()) {
            // nothing but generated code: better a name that may change than none
            String first = frames.get(0);
            int paren = first.indexOf('(');
            names.add(paren <= 0 ? first : first.substring(0, paren));
        }
        return new ArrayList<>(names);
    }
}
