package io.github.tlsleak.agent.scope;

import org.jspecify.annotations.Nullable;

/** A test, or a container of tests such as a class, that opens sessions. Immutable. */
public final class TestScope {

    /** Tells it apart from all others of this JVM. */
    public final String id;

    /** The container that it belongs to; null if it belongs to none, or to one that is over. */
    final @Nullable TestScope parent;

    /** For people: class and display name. */
    public final String name;

    /** Whether it holds tests, and is none itself. */
    final boolean container;

    /** The id that the thread had before; null if it had none. */
    final @Nullable String before;

    TestScope(
            String id,
            @Nullable TestScope parent,
            String name,
            boolean container,
            @Nullable String before) {
        this.id = id;
        this.parent = parent;
        this.name = name;
        this.container = container;
        this.before = before;
    }

    /** Whether this is the scope with that id, or lies below it. */
    public boolean isWithin(String other) {
        for (TestScope scope = this; scope != null; scope = scope.parent) {
            if (scope.id.equals(other)) {
                return true;
            }
        }
        return false;
    }
}
