package io.github.tlsleak.agent.site;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Fingerprint;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.verdict.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A cleaned stack, one for each that differs from the others in a frame or a line. Several stacks
 * may be of one {@link Site}. Thread-safe.
 */
public final class CallStack {

    /**
     * How many origins are shared. A stack makes objects of few classes, unless it generates them.
     */
    private static final int MAX_ORIGINS = 16;

    private final SiteTable table;
    private final List<String> frames;
    private final Attribution.Result attribution;
    private final boolean firstUse;
    private final String fingerprint1;

    /** By resource; filled when asked for. */
    private final AtomicReferenceArray<@Nullable Site> sites =
            new AtomicReferenceArray<>(Resource.values().length);

    private volatile Origin[] origins = {};

    CallStack(
            SiteTable table,
            List<String> frames,
            Attribution.Result attribution,
            boolean firstUse) {
        this.table = table;
        this.frames = frames;
        this.attribution = attribution;
        this.firstUse = firstUse;
        this.fingerprint1 = Fingerprint.ofStack(frames, firstUse);
    }

    /**
     * The cleaned frames, innermost first. For sessions older than the agent, see {@link
     * #isFirstUse}.
     *
     * @return an immutable list, empty if stacks are switched off
     */
    public List<String> frames() {
        return frames;
    }

    /**
     * Whether the stack is that of the first event after the agent came. The stack of the
     * allocation is not known then.
     *
     * @return true for sessions older than the agent
     */
    public boolean isFirstUse() {
        return firstUse;
    }

    /**
     * The responsible frame: the first that belongs to the application.
     *
     * @return one of {@link #frames}; null if the application has none in it
     */
    public @Nullable String frame() {
        return attribution.responsible();
    }

    /**
     * The frame that stands for the stack: the responsible one, else that of the library or JDK
     * code that called into TLS.
     *
     * @return one of {@link #frames}; null if there are none
     */
    public @Nullable String headline() {
        return attribution.headline();
    }

    /** The owner of the code. */
    public Owner owner() {
        return attribution.owner();
    }

    /**
     * The name that tlsleak 0.1.0 gave to the stack; baselines and suppressions may hold it.
     *
     * @return 16 hex digits
     */
    public String fingerprint1() {
        return fingerprint1;
    }

    /** The site of the objects of one kind that this stack makes, or closes. */
    public Site site(Resource resource) {
        Site site = sites.get(resource.ordinal());
        if (site == null) {
            site = table.site(this, resource);
            sites.set(resource.ordinal(), site);
        }
        return site;
    }

    /** The origin for sessions of this stack that have one kind and class. */
    public Origin origin(Resource resource, String className) {
        for (Origin origin : origins) {
            if (origin.matches(resource, className)) {
                return origin;
            }
        }
        Origin added = new Origin(this, resource, className);
        share(added);
        return added;
    }

    /** Two threads may each add an equal origin, which does no harm. */
    private synchronized void share(Origin added) {
        if (origins.length < MAX_ORIGINS) {
            Origin[] more = Arrays.copyOf(origins, origins.length + 1);
            more[origins.length] = added;
            origins = more;
        }
    }

    /**
     * The frames, one a line; null where stacks are switched off.
     *
     * @param max characters; after that, a line of dots says that frames are left out
     */
    public @Nullable String text(int max) {
        StringBuilder text = new StringBuilder();
        for (String frame : frames()) {
            if (text.length() + frame.length() >= max) {
                return text.append("\n...").toString();
            }
            text.append(text.length() == 0 ? "" : "\n").append(frame);
        }
        return text.length() == 0 ? null : text.toString();
    }
}
