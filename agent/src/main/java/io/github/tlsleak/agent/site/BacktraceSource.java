package io.github.tlsleak.agent.site;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Has the JVM fill a {@code Throwable}, and reads the JVM's own backtrace arrays from it. A stack
 * whose site is known costs no object per frame. If the arrays do not look as expected, another
 * source is used. Thread-safe.
 *
 * <p>The throwables are kept and filled again and again. No constructor of them runs and none is
 * thrown, so no other tool sees an exception.
 */
final class BacktraceSource extends StackSource {

    /** Frames of reflection: they are captured here, then cleaned away. */
    private static final int REFLECTION_FRAMES = 16;

    /** The depth of the stack on which the reading was tried; deeper ones are not read here. */
    private static final int TRIED_FRAMES = 300;

    /** How many throwables are kept; a power of two. */
    private static final int RECORDERS = 64;

    private final AtomicReferenceArray<Throwable> recorders = new AtomicReferenceArray<>(RECORDERS);

    private final ThrowableFields fields;
    private final BacktraceShape shape;
    private final StackSource fallback;

    private BacktraceSource(ThrowableFields fields, BacktraceShape shape, StackSource fallback) {
        this.fields = fields;
        this.shape = shape;
        this.fallback = fallback;
    }

    /**
     * Tries whether backtraces of this JVM can be read.
     *
     * @param lookup with private access to {@code Throwable}
     * @param fallback the source for stacks that cannot be read
     * @return a source that reads backtraces, or {@code fallback} if this JVM's cannot be read
     */
    static StackSource orElse(MethodHandles.@Nullable Lookup lookup, StackSource fallback) {
        if (lookup == null) {
            return fallback;
        }
        try {
            ThrowableFields fields = new ThrowableFields(lookup);
            Throwable recorder = fields.make();
            Object[] deep = deep(TRIED_FRAMES, fields, recorder);
            if (deep == null) {
                return fallback;
            }
            BacktraceShape shape = BacktraceShape.of(deep);
            return shape != null
                            && shape.frames(deep) >= TRIED_FRAMES
                            && tellsApart(shape, fields, recorder)
                    ? new BacktraceSource(fields, shape, fallback)
                    : fallback;
        } catch (Throwable t) {
            return fallback;
        }
    }

    private static Object @Nullable [] deep(int frames, ThrowableFields fields, Throwable recorder)
            throws Throwable {
        return frames == 0 ? fields.fill(recorder) : deep(frames - 1, fields, recorder);
    }

    /**
     * Whether the hash is the same for the same method, and another for a method that differs in
     * its name alone.
     */
    private static boolean tellsApart(
            BacktraceShape shape, ThrowableFields fields, Throwable recorder) throws Throwable {
        long[] hashes = new long[3];
        for (int i = 0; i < hashes.length; i++) {
            Object[] filled = i < 2 ? one(fields, recorder) : two(fields, recorder);
            if (filled == null) {
                return false;
            }
            hashes[i] = shape.hash(filled, 1 + 1, 0);
        }
        return hashes[0] == hashes[1] && hashes[1] != hashes[2];
    }

    private static Object @Nullable [] one(ThrowableFields fields, Throwable recorder)
            throws Throwable {
        return fields.fill(recorder);
    }

    private static Object @Nullable [] two(ThrowableFields fields, Throwable recorder)
            throws Throwable {
        return fields.fill(recorder);
    }

    @Override
    public @Nullable Throwable recorder(int depth) {
        if (limit(depth) > TRIED_FRAMES) {
            return null;
        }
        // two threads seldom use the same slot; the one that finds it empty makes a recorder
        Throwable kept = recorders.getAndSet(slot(), null);
        try {
            return kept != null ? kept : fields.make();
        } catch (Throwable t) {
            return null;
        }
    }

    @Override
    public CallStack stack(int depth, SiteTable sites, boolean firstUse) {
        Throwable recorder = recorder(depth);
        if (recorder == null) {
            return fallback.stack(depth, sites, firstUse);
        }
        recorder.fillInStackTrace();
        return stack(recorder, depth, sites, firstUse);
    }

    @Override
    public CallStack stack(Throwable recorder, int depth, SiteTable sites, boolean firstUse) {
        int limit = limit(depth);
        try {
            Object[] filled = fields.filled(recorder);
            if (filled == null || limit > TRIED_FRAMES) {
                return fallback.stack(depth, sites, firstUse);
            }
            long hash = shape.hash(filled, limit, firstUse ? 1 : 0);
            CallStack stack = sites.find(hash);
            if (stack == null) {
                // the recorder is not kept, because it holds all stack trace elements from now on
                return sites.add(hash, first(recorder.getStackTrace(), limit), depth, firstUse);
            }
            fields.empty(recorder);
            recorders.set(slot(), recorder);
            return stack;
        } catch (Throwable t) {
            return fallback.stack(depth, sites, firstUse);
        }
    }

    private static int limit(int depth) {
        return depth + OWN_FRAMES + REFLECTION_FRAMES;
    }

    private static int slot() {
        return System.identityHashCode(Thread.currentThread()) & (RECORDERS - 1);
    }

    @Override
    public boolean passes(Predicate<String> classNames) {
        return fallback.passes(classNames);
    }

    private static StackTraceElement[] first(StackTraceElement[] stack, int limit) {
        return stack.length <= limit ? stack : Arrays.copyOf(stack, limit);
    }
}
