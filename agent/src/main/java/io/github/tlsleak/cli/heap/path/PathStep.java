package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.common.frames.Owner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a path, and with the steps before it the whole path to it. Paths that are the same
 * when folded are the same object, so that objects with the same holder are counted together. Used
 * by one thread.
 */
public final class PathStep {

    private final @Nullable PathStep before;
    private final String text;
    private final String full;
    private final Owner owner;
    private final Map<String, PathStep> next = new LinkedHashMap<>(2);

    private PathStep(@Nullable PathStep before, String text, String full, Owner owner) {
        this.before = before;
        this.text = text;
        this.full = full;
        this.owner = owner;
    }

    /** Where all paths begin; not a step itself. */
    static PathStep origin() {
        return new PathStep(null, "", "", Owner.JDK);
    }

    /**
     * The path with one more step.
     *
     * @param text as people read it: {@code Pools.idle}
     * @param full the same with the class name in full
     */
    PathStep then(String text, String full, Owner owner) {
        return next.computeIfAbsent(full, key -> new PathStep(this, text, full, owner));
    }

    /**
     * Such as {@code static com.acme.Pools.INSTANCE}, {@code Pools.idle}, {@code ArrayDeque[*]}.
     */
    public String text() {
        return text;
    }

    /** The text with class names in full. */
    public String full() {
        return full;
    }

    /** Whose class has the field. */
    public Owner owner() {
        return owner;
    }

    /** All steps, from the root on. */
    public List<PathStep> steps() {
        List<PathStep> all = new ArrayList<>();
        for (PathStep step = this; step.before != null; step = step.before) {
            all.add(step);
        }
        Collections.reverse(all);
        return all;
    }

    /** The steps with arrows between them. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        for (PathStep step : steps()) {
            line.append(line.length() == 0 ? "" : " -> ").append(step.text);
        }
        return line.toString();
    }
}
