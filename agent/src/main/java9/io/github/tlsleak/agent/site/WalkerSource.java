package io.github.tlsleak.agent.site;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the stack by a {@code StackWalker}. It makes stack trace elements only for a stack whose
 * site is not known yet. Thread-safe.
 */
final class WalkerSource extends StackSource {

    private final StackWalker walker = StackWalker.getInstance();

    @Override
    public CallStack stack(int depth, SiteTable sites, boolean firstUse) {
        long hash = walker.walk(frames -> hash(frames, depth + OWN_FRAMES, firstUse ? 1 : 0));
        CallStack stack = sites.find(hash);
        return stack != null
                ? stack
                : sites.add(hash, elements(depth + OWN_FRAMES), depth, firstUse);
    }

    private static long hash(Stream<StackFrame> frames, int limit, long start) {
        long hash = start;
        int i = 0;
        for (Iterator<StackFrame> it = frames.iterator(); i < limit && it.hasNext(); i++) {
            StackFrame frame = it.next();
            hash = hash * 31 + frame.getClassName().hashCode();
            hash = hash * 31 + frame.getMethodName().hashCode();
            hash = hash * 31 + frame.getByteCodeIndex();
            hash ^= hash >>> 29;
        }
        return hash;
    }

    @Override
    public boolean passes(Predicate<String> classNames) {
        return walker.walk(frames -> frames.map(StackFrame::getClassName).anyMatch(classNames));
    }

    private StackTraceElement[] elements(int limit) {
        return walker.walk(
                frames ->
                        frames.limit(limit)
                                .map(StackFrame::toStackTraceElement)
                                .toArray(StackTraceElement[]::new));
    }
}
