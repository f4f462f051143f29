package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.rules.Fixes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One site, as a report describes it. Of bounded size; used by one thread. */
public final class ReportedSite {

    /** The owners, in the order in which reports list them. */
    public static final String[] OWNERS = {"application", "library", "jdk", "unknown"};

    private static final Attribution ATTRIBUTION = new Attribution(Collections.<String>emptyList());

    private final String fingerprint;
    private List<String> stack = Collections.emptyList();
    private boolean described;
    private boolean adopted;
    private @Nullable String resource;
    private @Nullable String responsible;
    private @Nullable String frame;
    private String owner = OWNERS[OWNERS.length - 1];

    public ReportedSite(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Takes a line of type site. The first description of a site counts. */
    void describe(ReportLine line) {
        resource(line);
        if (described || !line.has(Field.OWNER)) {
            return;
        }
        described = true;
        owner = owner(line.text(Field.OWNER));
        responsible = line.text(Field.FRAME);
        adopted = line.has(Field.SEEN);
        List<String> read = line.list(adopted ? Field.SEEN : Field.STACK);
        stack = Collections.unmodifiableList(new ArrayList<>(read));
        frame = responsible == null ? line.text(Field.HEADLINE) : responsible;
        // lines of 0.1.0 have no headline frame
        frame = frame == null ? ATTRIBUTION.of(stack).headline() : frame;
    }

    /** Whether its stack is known. */
    boolean isDescribed() {
        return described;
    }

    /** Takes the resource of a line of any type. */
    void resource(ReportLine line) {
        resource = resource == null ? line.text(Field.RESOURCE) : resource;
    }

    public String fingerprint() {
        return fingerprint;
    }

    /** Label of the kind of object that held the sessions. */
    public @Nullable String resource() {
        return resource;
    }

    /** The frames of the code that holds its sessions for the application. */
    public List<String> holders() {
        return Fixes.holders(stack, responsible);
    }

    /**
     * The headline frame: the responsible one, else that of the code that called into TLS; null if
     * there is no stack.
     */
    public @Nullable String frame() {
        return frame;
    }

    /** Index of {@link #frame} in the stack, or -1. */
    public int frameIndex() {
        return frame == null ? -1 : stack.indexOf(frame);
    }

    /** The {@link #frame}, or words in its place. */
    public String shortText() {
        return frame == null ? "(stack not known)" : frame;
    }

    /** One of {@link #OWNERS}. */
    public String owner() {
        return owner;
    }

    /** Innermost frame first; empty if not known. Unmodifiable. */
    public List<String> stack() {
        return stack;
    }

    /**
     * Whether the sessions are older than the agent. If so, the stack is that of their next event.
     */
    public boolean isAdopted() {
        return adopted;
    }

    private static String owner(@Nullable String name) {
        for (String owner : OWNERS) {
            if (owner.equals(name)) {
                return owner;
            }
        }
        return OWNERS[OWNERS.length - 1];
    }
}
