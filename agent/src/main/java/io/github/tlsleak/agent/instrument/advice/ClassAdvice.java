package io.github.tlsleak.agent.instrument.advice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which classes get hooks, when they get them, and what is written into them. Filled once, by the
 * static initialiser that makes it; read only after that, by any thread.
 */
public final class ClassAdvice {

    /** When a class gets its hooks. */
    public enum When {
        /** When the JVM loads it. */
        LOAD,
        /** When the first object of TLS is made: most programs use sockets, few use TLS. */
        TLS_USE,
        /** When the first engine is made. */
        ENGINE_USE,
        /** When the first instance of the class itself is made. */
        FIRST_INSTANCE
    }

    final When when;

    /** Names with slashes: of the classes; of superclasses where the first instance counts. */
    final String[] names;

    final List<MethodAdvice> methods = new ArrayList<>();

    private boolean holdsSessions = true;

    private ClassAdvice(When when, String... names) {
        this.when = when;
        this.names = names;
    }

    /** For classes of the boot loader, which {@link JdkClasses#showsTls} must know as well. */
    static ClassAdvice onLoad(String... names) {
        return new ClassAdvice(When.LOAD, names);
    }

    /** For classes of the boot loader. */
    static ClassAdvice onUse(String... names) {
        return new ClassAdvice(When.TLS_USE, names);
    }

    /** For classes of the boot loader. */
    static ClassAdvice onEngineUse(String... names) {
        return new ClassAdvice(When.ENGINE_USE, names);
    }

    /** For the classes of any loader that extend one of these. */
    public static ClassAdvice onFirstInstance(String... bases) {
        return new ClassAdvice(When.FIRST_INSTANCE, bases);
    }

    /** Adds advice for methods that a class may lack. */
    public ClassAdvice where(MethodMatcher matcher, Advice advice) {
        methods.add(new MethodAdvice(null, matcher, advice));
        return this;
    }

    /**
     * Adds advice for methods of which a class must have one.
     *
     * @param name what a message calls the method where it is missing
     */
    public ClassAdvice on(String name, MethodMatcher matcher, Advice advice) {
        methods.add(new MethodAdvice(name, matcher, advice));
        return this;
    }

    /** Says that no instance holds a session: such classes are not listed as covered. */
    ClassAdvice withoutSessions() {
        holdsSessions = false;
        return this;
    }

    /** Whether instances hold sessions, so that the class is listed as covered. */
    public boolean holdsSessions() {
        return holdsSessions;
    }

    /**
     * Whether a class extends one of the named ones. Compares names: this may be asked while the
     * JVM loads a class, and a class that is loaded by the question itself would get no hooks.
     */
    public boolean isForSubclass(@Nullable Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (String name : names) {
                if (c.getName().equals(name.replace('/', '.'))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Advice for some methods of a class. Immutable. */
    static final class MethodAdvice {

        /** What the method is called where it is missing; null if it need not be there. */
        final @Nullable String name;

        final MethodMatcher matcher;
        final Advice advice;

        private MethodAdvice(@Nullable String name, MethodMatcher matcher, Advice advice) {
            this.name = name;
            this.matcher = matcher;
            this.advice = advice;
        }
    }
}
