package io.github.tlsleak.agent;

import java.util.concurrent.atomic.AtomicLong;

/** Errors of the agent that were kept from the application. Thread-safe. */
final class Failures {

    private final AtomicLong count = new AtomicLong();
    private volatile Throwable first;

    void add(Throwable error) {
        if (count.getAndIncrement() == 0) {
            first = error;
        }
    }

    long count() {
        return count.get();
    }

    /** The first one with its innermost frame, or null. */
    String first() {
        Throwable error = first;
        if (error == null) {
            return null;
        }
        StackTraceElement[] stack = error.getStackTrace();
        return error + (stack.length > 0 ? " at " + stack[0] : "");
    }
}
