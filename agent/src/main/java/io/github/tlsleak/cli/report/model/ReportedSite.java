package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.SourceLines;
import io.github.tlsleak.common.rules.Fixes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One site, as a report describes it. Of bounded size; used by one thread. */
public final class ReportedSite {

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

    /** Fingerprint 1 of the stack, which tells stacks apart. */
    private @Nullable String stackName;

    /** Fingerprints 1 of its stacks: of too many, those first in the alphabet. */
    private final TreeSet<String> oldNames = new TreeSet<>();

    /** Frames that findings are on. */
    private Collection<String> lines = Collections.emptyList();

    public ReportedSite(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Takes a line of type site. */
    void describe(ReportLine line) {
        resource(line.text(Field.RESOURCE));
        oldName(line.text(Field.FINGERPRINT1));
        if (line.has(Field.OWNER)) {
            boolean seen = line.has(Field.SEEN);
            describe(
                    line.list(seen ? Field.SEEN : Field.STACK),
                    seen,
                    line.text(Field.OWNER),
                    line.text(Field.FRAME),
                    line.text(Field.HEADLINE),
                    line.text(Field.FINGERPRINT1));
        }
    }

    /**
     * One description of the site. Of several, the one first in the alphabet counts, so that the
     * order of the reports does not matter.
     */
    void describe(
            List<String> frames,
            boolean firstUse,
            @Nullable String ownerName,
            @Nullable String ofApplication,
            @Nullable String headline,
            @Nullable String name) {
        if (described && !isBefore(frames, name)) {
            return;
        }
        described = true;
        owner = owner(ownerName);
        responsible = ofApplication;
        adopted = firstUse;
        stack = Collections.unmodifiableList(new ArrayList<>(frames));
        stackName = name;
        frame = responsible == null ? headline : responsible;
        // early lines of 0.1.0 have no headline frame
        frame = frame == null ? ATTRIBUTION.of(stack).headline() : frame;
    }

    private boolean isBefore(List<String> frames, @Nullable String name) {
        if (frames.isEmpty() || stack.isEmpty()) {
            return stack.isEmpty() && !frames.isEmpty();
        }
        int byName = stackOrder(name).compareTo(stackOrder(stackName));
        return byName != 0
                ? byName < 0
                : String.join("\n", frames).compareTo(String.join("\n", stack)) < 0;
    }

    private static String stackOrder(@Nullable String name) {
        return name == null ? "~" : name;
    }

    /** Whether a line of type site cannot describe it better, whatever its stack. */
    boolean isDescribed(@Nullable String name) {
        return name != null
                && !stack.isEmpty()
                && stackOrder(name).compareTo(stackOrder(stackName)) >= 0;
    }

    /** Puts the description into a row. */
    Row save() {
        Row row = new Row().put(RowField.SITE, fingerprint).put(RowField.RESOURCE, resource);
        if (described) {
            row.put(RowField.OWNER, owner).put(RowField.RESPONSIBLE, responsible);
            row.put(RowField.FRAME, frame).put(RowField.STACK, stack);
            row.putIfAny(RowField.ADOPTED, adopted ? 1 : 0);
            row.put(RowField.FINGERPRINT1, stackName);
        }
        return row.put(RowField.OLD_NAMES, oldNames);
    }

    /** Takes the description of a row. */
    void load(Row row) {
        resource(row.text(RowField.RESOURCE));
        row.texts(RowField.OLD_NAMES).forEach(this::oldName);
        if (row.has(RowField.OWNER)) {
            describe(
                    row.texts(RowField.STACK),
                    row.has(RowField.ADOPTED),
                    row.text(RowField.OWNER),
                    row.text(RowField.RESPONSIBLE),
                    row.text(RowField.FRAME),
                    row.text(RowField.FINGERPRINT1));
        }
    }

    /** Sets the frames that its findings are on. */
    void lines(Collection<String> frames) {
        lines = frames;
    }

    /** Takes the fingerprint 1 of a line on this site. */
    void oldName(@Nullable String name) {
        if (name != null && oldNames.add(name) && oldNames.size() > MAX_OLD_NAMES) {
            oldNames.pollLast();
        }
    }

    /** The fingerprint, and the fingerprints 1 of its stacks. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(fingerprint);
        names.addAll(oldNames);
        return names;
    }

    /** The frames that its findings are on, in the order of the source; 16 at most. */
    public List<String> lines() {
        return new ArrayList<>(lines);
    }

    /** Whether its stack is known. */
    boolean isDescribed() {
        return described;
    }

    /** Takes the resource of a line of any type: of several, the one first in the alphabet. */
    void resource(@Nullable String label) {
        if (label != null && (resource == null || label.compareTo(resource) < 0)) {
            resource = label;
        }
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
