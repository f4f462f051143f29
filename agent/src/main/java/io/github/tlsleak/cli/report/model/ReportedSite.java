package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.SourceLines;
import io.github.tlsleak.common.rules.Fixes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One site, as a report describes it. Of bounded size; used by one thread. */
public final class ReportedSite {

    /** The most lines of one site that are kept; the agent has the same bound. */
    private static final int MAX_LINES = 16;

    private static final int MAX_OLD_NAMES = 100;

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

    /** Fingerprints 1 of its stacks. */
    private final Set<String> oldNames = new LinkedHashSet<>();

    /** Frames that findings are on. */
    private final Set<String> lines = new LinkedHashSet<>();

    /** The frame of the description that was read last: of lines that name none. */
    private @Nullable String latest;

    /** Whether the latest frame is in the lines; most findings end here. */
    private boolean latestFound;

    public ReportedSite(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Takes a line of type site. The first description of a site counts. */
    void describe(ReportLine line) {
        resource(line);
        oldName(line);
        if (!described && line.has(Field.OWNER)) {
            boolean seen = line.has(Field.SEEN);
            List<String> read = line.list(seen ? Field.SEEN : Field.STACK);
            describe(
                    new ArrayList<>(read),
                    seen,
                    line.text(Field.OWNER),
                    line.text(Field.FRAME),
                    line.text(Field.HEADLINE));
        }
        String one = frame(line);
        latest = one == null ? frame : one;
        latestFound = false;
    }

    /** The first description of a site. */
    void describe(
            List<String> frames,
            boolean firstUse,
            @Nullable String ownerName,
            @Nullable String ofApplication,
            @Nullable String headline) {
        described = true;
        owner = owner(ownerName);
        responsible = ofApplication;
        adopted = firstUse;
        stack = Collections.unmodifiableList(frames);
        frame = responsible == null ? headline : responsible;
        // early lines of 0.1.0 have no headline frame
        frame = frame == null ? ATTRIBUTION.of(stack).headline() : frame;
        latest = frame;
    }

    /** A finding blames this site: keeps its frame, which may be another line of the method. */
    void foundAt(ReportLine line) {
        String other = frame(line);
        if (other == null && latestFound) {
            return;
        }
        String found = other == null ? latest : other;
        latestFound |= other == null;
        if (found != null && lines.size() < MAX_LINES) {
            lines.add(found);
        }
    }

    private static @Nullable String frame(ReportLine line) {
        String frame = line.text(Field.FRAME);
        return frame == null ? line.text(Field.HEADLINE) : frame;
    }

    /** Takes the fingerprint 1 of a line on this site. */
    void oldName(ReportLine line) {
        String name = line.text(Field.FINGERPRINT1);
        if (name != null && oldNames.size() < MAX_OLD_NAMES) {
            oldNames.add(name);
        }
    }

    /** The fingerprint, and the fingerprints 1 of its stacks. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(fingerprint);
        names.addAll(oldNames);
        return names;
    }

    /** The frames that its findings are on, the first one first; 16 at most. */
    public List<String> lines() {
        return new ArrayList<>(lines);
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

    /** The {@link #lines}, the {@link #frame} where there are none, or words in its place. */
    public String shortText() {
        if (!lines.isEmpty()) {
            return SourceLines.join(lines);
        }
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
