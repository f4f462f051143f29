package io.github.tlsleak.agent.site;

import io.github.tlsleak.common.options.Options;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stacks of this moment, as the options in force want them. Thread-safe. */
public final class CurrentStack {

    private final Supplier<Options> options;
    private final SiteTable sites;
    private final StackSource source;

    /**
     * @param options in force, read at each call
     * @param sites where stacks are kept
     * @param source how stacks are captured
     */
    public CurrentStack(Supplier<Options> options, SiteTable sites, StackSource source) {
        this.options = options;
        this.sites = sites;
        this.source = source;
    }

    /**
     * An empty Throwable for {@link #here(Throwable)}. Who has it calls {@code fillInStackTrace()}
     * on it, which runs no code of other tools.
     *
     * @return null if no stack is wanted, if maybe not every object is followed, or if this JVM's
     *     stacks are captured in another way
     */
    public @Nullable Throwable recorder() {
        Options now = options.get();
        return now.stackDepth > 0 && now.sample == 1 ? source.recorder(now.stackDepth) : null;
    }

    /**
     * The stack that a recorder took, cleaned: that of an allocation.
     *
     * @param recorder what {@link #recorder} gave, filled; it is used again. Null takes the current
     *     thread's stack
     */
    public CallStack here(@Nullable Throwable recorder) {
        int depth = options.get().stackDepth;
        return recorder == null || depth == 0
                ? here(false)
                : source.stack(recorder, depth, sites, false);
    }

    /**
     * The current thread's stack, cleaned.
     *
     * @param firstUse whether the stack is that of a first event, not of an allocation
     */
    public CallStack here(boolean firstUse) {
        int depth = options.get().stackDepth;
        return depth == 0 ? sites.unknown() : source.stack(depth, sites, firstUse);
    }

    /**
     * The stack of another thread, cleaned.
     *
     * @param raw innermost frame first
     */
    public CallStack of(StackTraceElement[] raw) {
        int depth = options.get().stackDepth;
        return depth == 0 ? sites.unknown() : sites.add(Arrays.hashCode(raw), raw, depth, false);
    }

    /**
     * Whether a method of certain classes is on the stack of this thread. This is slow, because it
     * reads the whole stack.
     *
     * @param classNames whether a class is one of them, by its name
     * @return true if a frame belongs to one of them
     */
    public boolean passes(Predicate<String> classNames) {
        return source.passes(classNames);
    }
}
