package io.github.tlsleak.cli.heap.format;

import static io.github.tlsleak.cli.heap.format.GroupTitle.number;

import io.github.tlsleak.cli.heap.agent.KnowledgeText;
import io.github.tlsleak.cli.heap.model.CacheSum;
import io.github.tlsleak.cli.heap.model.ContextGroup;
import io.github.tlsleak.cli.heap.model.DumpFacts;
import io.github.tlsleak.cli.heap.model.HeapReport;
import io.github.tlsleak.cli.heap.model.HeldGroup;
import io.github.tlsleak.cli.heap.model.KindCount;
import io.github.tlsleak.cli.heap.path.Holding;
import io.github.tlsleak.cli.heap.path.PathStep;
import io.github.tlsleak.cli.report.format.text.TextOut;
import io.github.tlsleak.cli.report.format.text.TextOut.Style;
import io.github.tlsleak.cli.report.format.text.TextStyle;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Writes a report of a heap dump as text. Used by one thread. */
public final class HeapText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final int SITES = 3;

    private final int top;
    private final TextStyle look;

    /**
     * @param top how many groups of each part are written
     */
    public HeapText(int top, TextStyle look) {
        this.top = top;
        this.look = look;
    }

    /** Writes a report. */
    public void write(HeapReport report, Writer to) throws IOException {
        TextOut out = new TextOut(to, look);
        title(report, out);
        kinds(report, out);
        List<HeldGroup> groups = report.groups();
        boolean asked = report.asked() != null;
        part(out, "who holds it", groups, group -> isHeld(group) && (asked || group.alive() > 0));
        part(
                out,
                "closed or broken, and still held",
                groups,
                group -> isHeld(group) && !asked && group.alive() == 0);
        contexts(out, report.contexts());
        part(out, "held by soft references alone, as in a cache", groups, is(Holding.SOFT));
        part(out, "waits for its finalizer", groups, is(Holding.FINALIZER));
        part(out, "held by nothing in the dump: garbage that waits", groups, is(Holding.NOTHING));
    }

    private static boolean isHeld(HeldGroup group) {
        return group.holding() == Holding.STRONG;
    }

    private static Predicate<HeldGroup> is(Holding holding) {
        return group -> group.holding() == holding;
    }

    private static void title(HeapReport report, TextOut out) throws IOException {
        DumpFacts facts = report.facts();
        String java = facts.javaVersion() == null ? "" : ", Java " + facts.javaVersion();
        out.fitted(
                Style.BOLD,
                "heap dump "
                        + facts.name()
                        + ", "
                        + PlainText.bytes(facts.fileBytes())
                        + ", of "
                        + TIME.format(Instant.ofEpochMilli(facts.timeMillis()))
                        + java);
        out.fitted(
                Style.PLAIN,
                number(facts.objects())
                        + " objects; "
                        + PlainText.bytes(report.reachedBytes())
                        + " are held");
        if (report.agent().isPresent()) {
            String version = report.agent().version();
            out.fitted(
                    Style.PLAIN,
                    "tlsleak"
                            + (version == null ? "" : " " + version)
                            + " is in it: "
                            + PlainText.bytes(report.agent().bytes())
                            + " of its own, in no sum below");
        }
        for (String note : report.notes()) {
            out.prose("note: " + note);
        }
    }

    private static void kinds(HeapReport report, TextOut out) throws IOException {
        if (report.asked() != null) {
            return;
        }
        out.gap();
        if (report.kinds().isEmpty()) {
            out.fitted(Style.PLAIN, "there is no TLS socket or engine in it");
        } else {
            out.fitted(Style.BOLD, "what there is");
        }
        for (KindCount kind : report.kinds()) {
            out.prose(
                    "  "
                            + number(kind.count())
                            + " "
                            + kind.kind()
                            + " of "
                            + kind.provider()
                            + ": "
                            + kind.states().text()
                            + "; "
                            + PlainText.bytes(kind.heldBytes())
                            + ", "
                            + PlainText.bytes(kind.shallowBytes())
                            + " of them the objects alone ("
                            + kind.className()
                            + ")");
        }
        if (ContextText.isWorthASum(report.contexts())) {
            out.prose("  " + ContextText.sum(report.contexts()));
        }
    }

    /** Those that keep much. A cache with a few sessions is as it should. */
    private void contexts(TextOut out, List<ContextGroup> all) throws IOException {
        List<ContextGroup> large = new ArrayList<>(all);
        large.removeIf(group -> !ContextText.isLarge(group));
        if (large.isEmpty()) {
            return;
        }
        out.gap();
        out.fitted(Style.BOLD, "large session caches, and contexts that are many");
        for (ContextGroup group : large.subList(0, Math.min(top, large.size()))) {
            out.fitted(Style.YELLOW, "  " + ContextText.title(group));
            path(out, group.path());
            for (CacheSum cache : group.caches()) {
                if (cache.sessions() > 0) {
                    out.fitted(Style.PLAIN, "    " + ContextText.cache(cache));
                }
            }
            out.fitted(Style.PLAIN, "    " + ContextText.advice(group));
        }
        if (large.size() > top) {
            out.fitted(
                    Style.PLAIN, "  ... and " + PlainText.count(large.size() - top, "other path"));
        }
    }

    private void part(TextOut out, String title, List<HeldGroup> all, Predicate<HeldGroup> which)
            throws IOException {
        List<HeldGroup> groups = new ArrayList<>(all);
        groups.removeIf(which.negate());
        if (groups.isEmpty()) {
            return;
        }
        out.gap();
        out.fitted(Style.BOLD, title);
        for (HeldGroup group : groups.subList(0, Math.min(top, groups.size()))) {
            group(out, group);
        }
        long objects = groups.stream().skip(top).mapToLong(HeldGroup::count).sum();
        if (objects > 0) {
            int more = groups.size() - top;
            out.fitted(
                    Style.PLAIN,
                    "  ... and " + number(objects) + " on " + PlainText.count(more, "other path"));
        }
    }

    private static void group(TextOut out, HeldGroup group) throws IOException {
        out.fitted(Style.YELLOW, "  " + GroupTitle.of(group));
        path(out, group.path());
        for (String line : LoaderText.of(group)) {
            out.fitted(Style.PLAIN, "    " + line);
        }
        if (!group.protocols().isEmpty()) {
            out.fitted(Style.PLAIN, "    " + GroupTitle.counts(group.protocols()));
        }
        for (String line : KnowledgeText.of(group.known(), SITES)) {
            out.fitted(Style.PLAIN, "    " + line);
        }
    }

    private static void path(TextOut out, PathStep path) throws IOException {
        String line = path.toString();
        if (!line.isEmpty()) {
            out.fitted(Style.PLAIN, "    " + line);
        }
        List<String> own = GroupTitle.ofApplication(path);
        if (!own.isEmpty()) {
            out.fitted(Style.PLAIN, "    in the application: " + String.join(", ", own));
        } else if (!line.isEmpty()) {
            out.fitted(Style.PLAIN, "    no step of this path is the application's");
        }
    }
}
