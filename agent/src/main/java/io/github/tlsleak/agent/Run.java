package io.github.tlsleak.agent;

import java.io.PrintStream;

/** How this agent came into the JVM, and when. Immutable. */
final class Run {

    /** Whether the program was running already. */
    final boolean attached;

    /** When the agent started, milliseconds since the epoch. */
    final long started = System.currentTimeMillis();

    /** Where its classes are from. */
    final ClassLoader loader;

    /** The standard error stream of that moment, whatever the program sets in its place. */
    final PrintStream stderr = System.err;

    Run(boolean attached, ClassLoader loader) {
        this.attached = attached;
        this.loader = loader;
    }

    /** As in reports: {@code premain} or {@code attach}. */
    String mode() {
        return attached ? "attach" : "premain";
    }
}
