package io.github.tlsleak.agent;

import io.github.tlsleak.Stderr;
import java.io.PrintStream;

/** How this agent came into the JVM, and when. Immutable. */
final class Run {

    /** Whether the program was running already. */
    final boolean attached;

    /** When the agent started, milliseconds since the epoch. */
    final long started = System.currentTimeMillis();

    /** Where its classes are from. */
    final ClassLoader loader;

    /** The process's own standard error stream, whatever the program sets in its place. */
    final PrintStream stderr = Stderr.open();

    Run(boolean attached, ClassLoader loader) {
        this.attached = attached;
        this.loader = loader;
    }

    /** As in reports: {@code premain} or {@code attach}. */
    String mode() {
        return attached ? "attach" : "premain";
    }
}
