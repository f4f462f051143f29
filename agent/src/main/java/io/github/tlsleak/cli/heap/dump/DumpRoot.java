package io.github.tlsleak.cli.heap.dump;

import org.jspecify.annotations.Nullable;
import shark.GcRoot;

/** An object that the JVM held by itself, and why. Immutable. */
public final class DumpRoot {

    /** Why the JVM held it. */
    public enum Kind {
        /** A class of the JDK that is never unloaded. */
        CLASS,
        /** A thread that runs. */
        THREAD,
        /** A local variable or parameter of a method that runs. */
        LOCAL,
        /** A global reference of native code. */
        JNI_GLOBAL,
        /** A local reference of native code that runs. */
        JNI_LOCAL,
        /** A thread is in or waits for its monitor. */
        MONITOR,
        /** Its finalizer is due. */
        FINALIZING,
        /** Anything else. */
        OTHER;

        /** The kind of a root; null for one that holds nothing. */
        static @Nullable Kind of(GcRoot root) {
            if (root instanceof GcRoot.StickyClass) {
                return CLASS;
            }
            if (root instanceof GcRoot.ThreadObject) {
                return THREAD;
            }
            if (root instanceof GcRoot.JavaFrame || root instanceof GcRoot.ThreadBlock) {
                return LOCAL;
            }
            if (root instanceof GcRoot.JniGlobal) {
                return JNI_GLOBAL;
            }
            if (root instanceof GcRoot.JniLocal || root instanceof GcRoot.NativeStack) {
                return JNI_LOCAL;
            }
            if (root instanceof GcRoot.MonitorUsed || root instanceof GcRoot.JniMonitor) {
                return MONITOR;
            }
            if (root instanceof GcRoot.Finalizing) {
                return FINALIZING;
            }
            return root instanceof GcRoot.Unreachable ? null : OTHER;
        }
    }

    private final Kind kind;
    private final DumpedObject object;
    private final @Nullable StackPlace place;

    DumpRoot(Kind kind, DumpedObject object, @Nullable StackPlace place) {
        this.kind = kind;
        this.object = object;
        this.place = place;
    }

    public Kind kind() {
        return kind;
    }

    /** The object that is held. */
    public DumpedObject object() {
        return object;
    }

    /** The thread and method, of a local variable or native local; else null. */
    public @Nullable StackPlace place() {
        return place;
    }
}
