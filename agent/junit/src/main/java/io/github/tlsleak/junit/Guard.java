package io.github.tlsleak.junit;

import org.jspecify.annotations.Nullable;

/** A test, or a class of tests, whose leaks make it fail. Immutable. */
final class Guard {

    /** JUnit's unique id. */
    final String id;

    /** For people: class and display name. */
    final String name;

    final Settings settings;

    /** Why its leaks are allowed; null if they are not. */
    final @Nullable String allowed;

    Guard(String id, String name, Settings settings, @Nullable String allowed) {
        this.id = id;
        this.name = name;
        this.settings = settings;
        this.allowed = allowed;
    }
}
