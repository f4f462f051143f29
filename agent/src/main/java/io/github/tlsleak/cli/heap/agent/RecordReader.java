package io.github.tlsleak.cli.heap.agent;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedCollections;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a record of the agent in the dumped JVM says. Used by one thread. */
final class RecordReader {

    /** A broken dump may have a circle of wrappers. */
    private static final int MAX_WRAPPERS = 100;

    private final long now;
    private final StateBits bits;
    private final @Nullable DumpedClass flags;

    /** Sites by stack and site. */
    private final Map<Long, KnownSite> sites = new HashMap<>();

    /** Names of threads and kinds of objects by their objects. */
    private final Map<Integer, String> texts = new HashMap<>();

    /**
     * @param now the last moment that is known, by the agent's clock
     * @param bits of the agent's states
     * @param flags the agent's class of flags
     */
    RecordReader(long now, StateBits bits, @Nullable DumpedClass flags) {
        this.now = now;
        this.bits = bits;
        this.flags = flags;
    }

    /** What a record says; that of its wrapper, if it has one. Null if it is not complete. */
    @Nullable KnownSession read(DumpedObject record) {
        DumpedObject root = root(record);
        DumpedObject origin = AgentField.ORIGIN.object(root);
        if (origin == null) {
            return null;
        }
        int state = (int) AgentField.STATE.number(root);
        return new KnownSession(
                site(origin),
                thread(AgentField.THREAD.object(root)),
                bits.isAdopted(state),
                Math.max(0, now - AgentField.CREATED.number(root)),
                verdict(root, origin, state));
    }

    private static DumpedObject root(DumpedObject record) {
        DumpedObject root = record;
        for (int i = 0; i < MAX_WRAPPERS; i++) {
            DumpedObject relations = AgentField.RELATIONS.object(root);
            // a transport may stand in this field for itself: it has no such field
            DumpedObject outer = relations == null ? null : AgentField.OUTER.object(relations);
            if (outer == null) {
                return root;
            }
            root = outer;
        }
        return root;
    }

    private KnownSite site(DumpedObject origin) {
        DumpedObject stack = AgentField.STACK.object(origin);
        DumpedObject site = AgentField.SITE.object(origin);
        long key = (long) index(stack) << Integer.SIZE | index(site);
        return sites.computeIfAbsent(key, unused -> site(stack, site));
    }

    private static int index(@Nullable DumpedObject object) {
        return object == null ? Integer.MAX_VALUE : object.index();
    }

    private static KnownSite site(@Nullable DumpedObject stack, @Nullable DumpedObject site) {
        DumpedObject found = stack == null ? null : AgentField.ATTRIBUTION.object(stack);
        DumpedObject owner = found == null ? null : AgentField.OWNER.object(found);
        String name = owner == null ? null : owner.text(AgentField.ENUM_NAME);
        String fingerprint = site == null ? null : AgentField.FINGERPRINT.text(site);
        return new KnownSite(
                fingerprint == null ? "(site not known)" : fingerprint,
                found == null ? null : AgentField.RESPONSIBLE.text(found),
                found == null ? null : AgentField.HEADLINE.text(found),
                name == null ? null : name.toLowerCase(Locale.ROOT),
                site == null ? null : AgentField.PIPELINE.text(site),
                stack == null ? Collections.emptyList() : frames(AgentField.FRAMES.object(stack)),
                stack != null && AgentField.FIRST_USE.number(stack) != 0);
    }

    /** The texts of an unmodifiable list: of one in an array, or of a single element. */
    private static List<String> frames(@Nullable DumpedObject unmodifiable) {
        DumpedObject list = unmodifiable == null ? null : unmodifiable.object("list");
        if (list == null) {
            return Collections.emptyList();
        }
        List<DumpedObject> elements = DumpedCollections.values(list);
        DumpedObject single = list.object("element");
        if (single != null) {
            elements = Collections.singletonList(single);
        }
        List<String> frames = new ArrayList<>(elements.size());
        for (DumpedObject element : elements) {
            String frame = element.string();
            frames.add(frame == null ? "?" : frame);
        }
        return frames;
    }

    /** A name, or the id of a thread without one. */
    private @Nullable String thread(@Nullable DumpedObject name) {
        return name == null ? null : texts.computeIfAbsent(name.index(), unused -> name(name));
    }

    private static String name(DumpedObject name) {
        String text = name.string();
        return text == null ? "#" + name.number("value", 0) : text;
    }

    private String verdict(DumpedObject root, DumpedObject origin, int state) {
        String reported = reported(AgentField.NOTES.number(root));
        if (reported != null) {
            return reported;
        }
        DumpedObject resource = AgentField.RESOURCE.object(origin);
        return bits.word(resource == null ? "" : enumName(resource), state);
    }

    /** The verdict that a live session has been reported with. */
    private @Nullable String reported(long notes) {
        DumpedObject all =
                flags == null ? null : flags.staticObject(AgentField.REPORTED_VERDICTS.field);
        if (flags == null || all == null) {
            return null;
        }
        long mask = flags.staticNumber(AgentField.REPORTED_BITS.field, 0);
        long shift = flags.staticNumber(AgentField.REPORTED_SHIFT.field, 0);
        int place = (int) ((notes & mask) >> shift);
        List<@Nullable DumpedObject> verdicts = all.elements();
        DumpedObject verdict = place < verdicts.size() ? verdicts.get(place) : null;
        return verdict == null ? null : enumName(verdict);
    }

    private String enumName(DumpedObject constant) {
        return texts.computeIfAbsent(
                constant.index(),
                unused -> {
                    String name = constant.text(AgentField.ENUM_NAME);
                    return name == null ? "" : name;
                });
    }
}
