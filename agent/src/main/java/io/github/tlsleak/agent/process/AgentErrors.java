package io.github.tlsleak.agent.process;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Errors of the agent that were kept from the application. Thread-safe. Never throws, and counts
 * without making anything: memory may be what is missing.
 */
public final class AgentErrors {

    private final AtomicLong count = new AtomicLong();
    private volatile String first;

    public void add(Throwable error) {
        if (count.getAndIncrement() > 0) {
            return;
        }
        // texts that are there already, should the next step fail
        if (error instanceof OutOfMemoryError) {
            first = "java.lang.OutOfMemoryError";
        } else if (error instanceof StackOverflowError) {
            first = "java.lang.StackOverflowError";
        } else {
            first = "an error whose text could not be made";
        }
        try {
            // text only: a Throwable may keep the application's class loader from unloading
            first = text(error);
        } catch (Throwable t) {
            // the text from before stays
            return;
        }
    }

    public long count() {
        return count.get();
    }

    /** The first one with its innermost frame, or null. */
    public String first() {
        return first;
    }

    private static String text(Throwable error) {
        StackTraceElement[] stack = error.getStackTrace();
        return error + (stack.length > 0 ? " at " + stack[0] : "");
    }
}
