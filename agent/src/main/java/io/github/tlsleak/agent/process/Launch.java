package io.github.tlsleak.agent.process;

import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.schema.ReportSchema;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** How this agent came into the JVM, when, and what labels the process has. Immutable. */
public final class Launch {

    /** Whether the program was running already. */
    public final boolean attached;

    /** When the agent started, milliseconds since the epoch. */
    public final long started;

    /**
     * The name of this run in reports. Several JVMs may write one file; no two runs share a name.
     */
    public final String id;

    /** The loader of the agent's classes. */
    public final ClassLoader loader;

    /** The process's own standard error stream, also if the program replaces {@link System#err}. */
    public final PrintStream stderr;

    /**
     * Null before the options are read, and not {@link Labels#NONE}: a program without TLS does not
     * load that class.
     */
    private final @Nullable Labels labels;

    /**
     * @param attached whether the program was running already
     * @param loader the loader of the agent's classes
     * @param stderr the process's own standard error stream
     */
    public Launch(boolean attached, ClassLoader loader, PrintStream stderr) {
        this.attached = attached;
        this.loader = loader;
        this.stderr = stderr;
        this.labels = null;
        this.started = System.currentTimeMillis();
        // no UUID and no SecureRandom: they load many classes, which would delay the program's
        // start
        long mixed = System.nanoTime() * 0x9e3779b97f4a7c15L + started;
        mixed = (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L + System.identityHashCode(this);
        this.id = Long.toString((mixed ^ mixed >>> 29) & Long.MAX_VALUE, 36);
    }

    private Launch(Launch before, Labels labels) {
        this.attached = before.attached;
        this.started = before.started;
        this.id = before.id;
        this.loader = before.loader;
        this.stderr = before.stderr;
        this.labels = labels;
    }

    /** The labels of the process; none before the options are read. */
    public Labels labels() {
        return labels == null ? Labels.NONE : labels;
    }

    /** The same with labels. */
    public Launch with(Labels found) {
        return new Launch(this, found);
    }

    /** As in reports: {@code premain} or {@code attach}. */
    public String mode() {
        return attached ? ReportSchema.ATTACH : ReportSchema.PREMAIN;
    }
}
