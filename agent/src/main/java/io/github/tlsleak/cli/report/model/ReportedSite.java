package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.frames.Attribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A place in a program: what a report says of one site. Of bounded size; used by one thread. */
public final class ReportedSite {

    /** In the order in which they are told. */
    public static final String[] OWNERS = {"application", "library", "jdk", "unknown"};

    private static final Attribution ATTRIBUTION = new Attribution(Collections.<String>emptyList());

    private final String fingerprint;
    private List<String> stack = Collections.emptyList();
    private boolean described;
    private boolean adopted;
    private String resource;
    private String frame;
    private String owner = OWNERS[OWNERS.length - 1];

    public ReportedSite(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Takes a line of type site; what is known already stays. */
    void describe(ReportLine line) {
        resource(line);
        if (described || !line.has(Field.OWNER)) {
            return;
        }
        described = true;
        owner = owner(line.text(Field.OWNER));
        frame = line.text(Field.FRAME);
        adopted = line.has(Field.SEEN);
        List<String> read = line.list(adopted ? Field.SEEN : Field.STACK);
        stack = Collections.unmodifiableList(new ArrayList<>(read));
        // of a library no frame is to blame: the one that calls JSSE says most
        frame = frame == null ? ATTRIBUTION.of(stack).nearest() : frame;
    }

    /** Whether its stack is known. */
    boolean isDescribed() {
        return described;
    }

    /** Takes the resource of any line. */
    void resource(ReportLine line) {
        resource = resource == null ? line.text(Field.RESOURCE) : resource;
    }

    public String fingerprint() {
        return fingerprint;
    }

    /** Label of what held the sessions, or null. */
    public String resource() {
        return resource;
    }

    /** The responsible frame, or the one that tells most, or null. */
    public String frame() {
        return frame;
    }

    /** Where in the stack the responsible frame is, or -1. */
    public int frameIndex() {
        return frame == null ? -1 : stack.indexOf(frame);
    }

    /** The same, or words for it. */
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

    /** Whether the sessions are older than the agent: the stack is that of their next event. */
    public boolean isAdopted() {
        return adopted;
    }

    private static String owner(String name) {
        for (String owner : OWNERS) {
            if (owner.equals(name)) {
                return owner;
            }
        }
        return OWNERS[OWNERS.length - 1];
    }
}
