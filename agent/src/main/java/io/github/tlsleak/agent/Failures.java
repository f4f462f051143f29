package io.github.tlsleak.agent;

import java.util.concurrent.atomic.AtomicLong;

/** Errors of the agent that were kept from the application. Thread-safe. */
final class Failures {

    private final AtomicLong count = new AtomicLong();
    private volatile String first;

    void add(Throwable error) {
        if (count.getAndIncrement() == 0) {
            // text only: a Throwable may keep the application's class loader from unloading
            first = text(error);
        }
    }

    long count() {
        return count.get();
    }

    /** The first one with its innermost frame, or null. */
    String first() {
        return first;
    }

    private static String text(Throwable error) {
        StackTraceElement[] stack = error.getStackTrace();
        return error + (stack.length > 0 ? " at " + stack[0] : "");
    }
}
