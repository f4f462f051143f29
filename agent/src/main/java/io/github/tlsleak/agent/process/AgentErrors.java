package io.github.tlsleak.agent.process;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the errors of the agent that were kept from the application. Thread-safe. Never throws,
 * and allocates nothing to count: memory may be what is missing.
 */
public final class AgentErrors {

    private final AtomicLong count = new AtomicLong();
    private final @Nullable LongSupplier inClassLoading;
    private volatile @Nullable LongSupplier inHooks;
    private volatile @Nullable String first;

    /** Counts what {@link #add} gets. */
    public AgentErrors() {
        this(null);
    }

    /**
     * Counts what {@link #add} gets, and other errors.
     *
     * @param inClassLoading how many errors there were where this class cannot be called, since a
     *     class is being loaded; may be null
     */
    public AgentErrors(@Nullable LongSupplier inClassLoading) {
        this.inClassLoading = inClassLoading;
    }

    /**
     * Counts other errors, too.
     *
     * @param untold how many failures of hooks {@link #add} could not be told of
     */
    public void count(LongSupplier untold) {
        inHooks = untold;
    }

    public void add(Throwable error) {
        if (count.getAndIncrement() > 0) {
            return;
        }
        // constant texts, in case the next step fails
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
            // the constant text stays
            return;
        }
    }

    /** How many errors there were, 0 or more. */
    public long count() {
        return count.get() + of(inClassLoading) + of(inHooks);
    }

    /** The first error with its innermost frame; null if there was none. */
    public @Nullable String first() {
        String added = first;
        if (added != null || count() == 0) {
            return added;
        }
        return of(inClassLoading) > 0
                ? "one that was kept from class loading"
                : "one in a hook, without memory or stack to tell it";
    }

    private static long of(@Nullable LongSupplier others) {
        return others == null ? 0 : others.getAsLong();
    }

    private static String text(Throwable error) {
        StackTraceElement[] stack = error.getStackTrace();
        return error + (stack.length > 0 ? " at " + stack[0] : "");
    }
}
