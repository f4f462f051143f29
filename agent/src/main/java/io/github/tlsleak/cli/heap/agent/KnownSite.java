package io.github.tlsleak.cli.heap.agent;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stack that made a session, as the agent in the dumped JVM had it. Sessions made by one stack
 * share one instance. Immutable.
 */
public final class KnownSite {

    private final String fingerprint;
    private final @Nullable String responsible;
    private final @Nullable String headline;
    private final @Nullable String owner;
    private final @Nullable String pipeline;
    private final List<String> stack;
    private final boolean firstUse;

    KnownSite(
            String fingerprint,
            @Nullable String responsible,
            @Nullable String headline,
            @Nullable String owner,
            @Nullable String pipeline,
            List<String> stack,
            boolean firstUse) {
        this.fingerprint = fingerprint;
        this.responsible = responsible;
        this.headline = headline;
        this.owner = owner;
        this.pipeline = pipeline;
        this.stack = Collections.unmodifiableList(stack);
        this.firstUse = firstUse;
    }

    /** The name of the site, as in the log and in reports: 16 hex digits. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The first frame of the application; null if the stack has none. */
    public @Nullable String responsible() {
        return responsible;
    }

    /**
     * The frame that stands for the stack: the responsible one, else that of the library or JDK
     * code that called into TLS; null if there is no stack.
     */
    public @Nullable String headline() {
        return headline;
    }

    /** Whose code it is: {@code application}, {@code library} or {@code jdk}. */
    public @Nullable String owner() {
        return owner;
    }

    /** Handlers of the channel, where no frame is the application's and they were seen. */
    public @Nullable String pipeline() {
        return pipeline;
    }

    /** The frames, innermost first; empty with {@code stack.depth=0}. */
    public List<String> stack() {
        return stack;
    }

    /** What stands above the stack in reports. */
    public String stackTitle() {
        if (stack.isEmpty()) {
            return "allocated at: not known (stack.depth=0, or a JVM without stacks)";
        }
        return firstUse ? "older than the agent, next used at" : "allocated at";
    }

    /** Fingerprint, frame and owner, as in {@code dump --open}. */
    public String text() {
        String shown = headline == null ? "(stack not known)" : headline;
        return fingerprint + "  " + shown + (owner == null ? "" : "  [" + owner + "]");
    }

    @Override
    public String toString() {
        return text();
    }
}
