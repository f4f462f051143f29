package io.github.tlsleak.agent.site;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Has the JVM fill a {@code Throwable} and reads its backtrace as it lies in memory: a stack seen
 * before costs no object for a frame. Where frames are not as expected another source does it.
 *
 * <p>The throwables are kept and filled again and again: nothing is thrown or constructed, so no
 * other tool sees an exception.
 */
final class BacktraceSource extends StackSource {

    /** Frames of reflection, which are captured here and then cleaned away. */
    private static final int PLUMBING_FRAMES = 16;

    /** So deep a stack has been tried. */
    private static final int TRIED_FRAMES = 300;

    private static final int RECORDERS = 64;

    private final AtomicReferenceArray<Throwable> recorders = new AtomicReferenceArray<>(RECORDERS);

    private final ThrowableFields fields;
    private final BacktraceShape shape;
    private final StackSource other;

    private BacktraceSource(ThrowableFields fields, BacktraceShape shape, StackSource other) {
        this.fields = fields;
        this.shape = shape;
        this.other = other;
    }

    /**
     * Tries how this JVM does it.
     *
     * @param lookup with private access to {@code Throwable}, or null
     * @param other what to use for stacks that cannot be read
     * @return {@code other} if none can
     */
    static StackSource orElse(MethodHandles.@Nullable Lookup lookup, StackSource other) {
        if (lookup == null) {
            return other;
        }
        try {
            ThrowableFields fields = new ThrowableFields(lookup);
            Throwable recorder = fields.make();
            Object[] deep = deep(TRIED_FRAMES, fields, recorder);
            BacktraceShape shape = deep == null ? null : BacktraceShape.of(deep);
            return shape != null
                            && shape.frames(deep) >= TRIED_FRAMES
                            && tellsApart(shape, fields, recorder)
                    ? new BacktraceSource(fields, shape, other)
                    : other;
        } catch (Throwable t) {
            return other;
        }
    }

    private static Object[] deep(int frames, ThrowableFields fields, Throwable recorder)
            throws Throwable {
        return frames == 0 ? fields.fill(recorder) : deep(frames - 1, fields, recorder);
    }

    /** The same place twice, and two methods alike but for their name. */
    private static boolean tellsApart(
            BacktraceShape shape, ThrowableFields fields, Throwable recorder) throws Throwable {
        long[] hashes = new long[3];
        for (int i = 0; i < hashes.length; i++) {
            Object[] filled = i < 2 ? one(fields, recorder) : two(fields, recorder);
            hashes[i] = shape.hash(filled, 1 + 1, 0);
        }
        return hashes[0] == hashes[1] && hashes[1] != hashes[2];
    }

    private static Object[] one(ThrowableFields fields, Throwable recorder) throws Throwable {
        return fields.fill(recorder);
    }

    private static Object[] two(ThrowableFields fields, Throwable recorder) throws Throwable {
        return fields.fill(recorder);
    }

    @Override
    public Site site(int depth, SiteTable sites, boolean seen) {
        int limit = depth + OWN_FRAMES + PLUMBING_FRAMES;
        if (limit > TRIED_FRAMES) {
            return other.site(depth, sites, seen);
        }
        // two threads seldom meet; the one that finds nothing makes its own
        int slot = System.identityHashCode(Thread.currentThread()) & (RECORDERS - 1);
        Throwable kept = recorders.getAndSet(slot, null);
        try {
            Throwable recorder = kept != null ? kept : fields.make();
            Object[] filled = fields.fill(recorder);
            if (filled == null) {
                return other.site(depth, sites, seen);
            }
            long hash = shape.hash(filled, limit, seen ? 1 : 0);
            Site site = sites.find(hash);
            if (site == null) {
                // not kept: it holds all the elements now
                return sites.add(hash, first(recorder.getStackTrace(), limit), depth, seen);
            }
            fields.empty(recorder);
            recorders.set(slot, recorder);
            return site;
        } catch (Throwable t) {
            return other.site(depth, sites, seen);
        }
    }

    @Override
    public boolean passes(Predicate<String> classNames) {
        return other.passes(classNames);
    }

    private static StackTraceElement[] first(StackTraceElement[] stack, int limit) {
        return stack.length <= limit ? stack : Arrays.copyOf(stack, limit);
    }
}
