package io.github.tlsleak.agent.site;

import java.lang.invoke.MethodHandles;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Captures the stack of the current thread and finds its site. Thread-safe. */
public abstract class StackSource {

    /** Frames of hooks and constructors above the caller's: captured, then cleaned away. */
    static final int OWN_FRAMES = 16;

    /**
     * The site of the current stack.
     *
     * @param depth frames to keep, 1 or more
     * @param sites where sites are kept
     * @param seen whether it is that of a first event, not of an allocation
     * @return never null
     */
    public abstract Site site(int depth, SiteTable sites, boolean seen);

    /**
     * Whether a method of some class runs on this thread. For what is rare: a whole stack is read.
     *
     * @param classNames tells which class
     * @return true if one does
     */
    public abstract boolean passes(Predicate<String> classNames);

    /**
     * The best source this JVM has.
     *
     * @param lookup with private access to {@code Throwable}, or null
     * @return one that reads backtraces if it can; else {@code StackWalker} on 9 and newer, {@code
     *     Throwable} on 8
     */
    public static StackSource best(MethodHandles.@Nullable Lookup lookup) {
        return BacktraceSource.orElse(lookup, plain());
    }

    /**
     * The source that needs no access.
     *
     * @return {@code StackWalker} on 9 and newer, {@code Throwable} on 8
     */
    public static StackSource plain() {
        try {
            Class.forName("java.lang.StackWalker");
            return Class.forName("io.github.tlsleak.agent.site.WalkerSource")
                    .asSubclass(StackSource.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return new ThrowableSource();
        }
    }

    /** For JDK 8, where backtraces cannot be read. */
    static final class ThrowableSource extends StackSource {
        @Override
        public Site site(int depth, SiteTable sites, boolean seen) {
            StackTraceElement[] all = new Throwable().getStackTrace();
            int length = Math.min(all.length, depth + OWN_FRAMES);
            long hash = seen ? 1 : 0;
            for (int i = 0; i < length; i++) {
                hash = hash * 31 + all[i].hashCode();
                hash ^= hash >>> 29;
            }
            Site site = sites.find(hash);
            return site != null ? site : sites.add(hash, all, depth, seen);
        }

        @Override
        public boolean passes(Predicate<String> classNames) {
            for (StackTraceElement frame : new Throwable().getStackTrace()) {
                if (classNames.test(frame.getClassName())) {
                    return true;
                }
            }
            return false;
        }
    }
}
