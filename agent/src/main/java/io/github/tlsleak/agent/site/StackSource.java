package io.github.tlsleak.agent.site;

import java.lang.invoke.MethodHandles;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Captures the stack of the current thread and cleans it. Thread-safe. */
public abstract class StackSource {

    /** Frames of hooks and constructors above the caller's: captured, then cleaned away. */
    static final int OWN_FRAMES = 16;

    /**
     * The current stack, cleaned.
     *
     * @param depth how many frames to keep, 1 or more
     * @param sites where stacks are kept
     * @param firstUse whether the stack is that of a first event, not of an allocation
     */
    public abstract CallStack stack(int depth, SiteTable sites, boolean firstUse);

    /**
     * An empty Throwable that takes a stack, for {@link #stack(Throwable, int, SiteTable,
     * boolean)}.
     *
     * @return null if this source captures stacks in another way
     */
    public @Nullable Throwable recorder(int depth) {
        return null;
    }

    /**
     * The stack that a recorder took, cleaned.
     *
     * @param recorder what {@link #recorder} gave, filled; nobody may use it afterwards
     */
    public CallStack stack(Throwable recorder, int depth, SiteTable sites, boolean firstUse) {
        return stack(depth, sites, firstUse);
    }

    /**
     * Whether a method of certain classes is on the stack of this thread. This is slow, because it
     * reads the whole stack.
     *
     * @param classNames whether a class is one of them, by its name
     * @return true if a frame belongs to one of them
     */
    public abstract boolean passes(Predicate<String> classNames);

    /**
     * The fastest source that works in this JVM.
     *
     * @param lookup with private access to {@code Throwable}
     * @return a source that reads backtraces, if that works; else {@link #plain}
     */
    public static StackSource best(MethodHandles.@Nullable Lookup lookup) {
        return BacktraceSource.orElse(lookup, plain());
    }

    /**
     * The source that needs no private access.
     *
     * @return one that uses {@code StackWalker} on Java 9 and newer, {@code Throwable} on 8
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

    /** For Java 8 where backtraces cannot be read. Thread-safe. */
    static final class ThrowableSource extends StackSource {
        @Override
        public CallStack stack(int depth, SiteTable sites, boolean firstUse) {
            StackTraceElement[] all = new Throwable().getStackTrace();
            int length = Math.min(all.length, depth + OWN_FRAMES);
            long hash = firstUse ? 1 : 0;
            for (int i = 0; i < length; i++) {
                hash = hash * 31 + all[i].hashCode();
                hash ^= hash >>> 29;
            }
            CallStack stack = sites.find(hash);
            return stack != null ? stack : sites.add(hash, all, depth, firstUse);
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
