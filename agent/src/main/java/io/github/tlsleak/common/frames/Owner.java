package io.github.tlsleak.common.frames;

import java.util.Locale;

/** Who is responsible for a finding. Immutable, thread-safe. */
public enum Owner {
    /** Code of the application is on the stack. */
    APPLICATION,
    /** Code of a library is on the stack, and no code of the application. */
    LIBRARY,
    /** Only code of the JDK is on the stack. */
    JDK;

    private final String json = name().toLowerCase(Locale.ROOT);

    /** The name in reports and suppressions: {@code application}, {@code library}, {@code jdk}. */
    public String json() {
        return json;
    }
}
