package io.github.tlsleak.common.frames;

import java.util.Locale;

/** Whose code opened a session. */
public enum Owner {
    /** Code of the application is on the allocation stack. */
    APPLICATION,
    /** A known library opened it, with no application code on the stack. */
    LIBRARY,
    /** Nothing but the JDK's own code is on the stack. */
    JDK;

    private final String json = name().toLowerCase(Locale.ROOT);

    /** The name in reports and suppressions: {@code application}, {@code library}, {@code jdk}. */
    public String json() {
        return json;
    }
}
