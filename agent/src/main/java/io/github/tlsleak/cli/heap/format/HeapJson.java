package io.github.tlsleak.cli.heap.format;

import io.github.tlsleak.cli.heap.agent.KnownGroup;
import io.github.tlsleak.cli.heap.agent.SiteSum;
import io.github.tlsleak.cli.heap.model.HeapReport;
import io.github.tlsleak.cli.heap.model.HeldGroup;
import io.github.tlsleak.cli.heap.model.HeldLoader;
import io.github.tlsleak.cli.heap.model.KindCount;
import io.github.tlsleak.cli.heap.path.Holding;
import io.github.tlsleak.cli.heap.path.LoaderHolder;
import io.github.tlsleak.cli.heap.path.PathStep;
import io.github.tlsleak.cli.report.format.json.JsonWriter;
import io.github.tlsleak.cli.report.model.TopCounts;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes all of a report of a heap dump as one JSON document. Stateless. */
final class HeapJson {

    private static final int MOST_COUNTS = 100;

    void write(HeapReport report, Writer to) throws IOException {
        JsonWriter json = new JsonWriter(to);
        json.object();
        json.object("dump")
                .text("name", report.facts().name())
                .number("fileBytes", report.facts().fileBytes())
                .number("objects", report.facts().objects())
                .number("heldBytes", report.reachedBytes())
                .time("time", report.facts().timeMillis())
                .text("java", report.facts().javaVersion())
                .endObject();
        if (report.agent().isPresent()) {
            json.object("tlsleak")
                    .text("version", report.agent().version())
                    .number("bytes", report.agent().bytes())
                    .endObject();
        }
        json.texts("notes", report.notes());
        json.text("class", report.asked());
        json.number("held", report.held());
        kinds(report, json);
        json.array("groups");
        for (HeldGroup group : report.groups()) {
            group(group, json);
        }
        json.endArray();
        if (report.asked() == null) {
            ContextJson.write(report.contexts(), json);
        }
        json.endObject();
        json.end();
    }

    private static void kinds(HeapReport report, JsonWriter json) throws IOException {
        json.array("kinds");
        for (KindCount kind : report.kinds()) {
            json.object()
                    .text("kind", kind.kind())
                    .text("class", kind.className())
                    .text("provider", kind.provider())
                    .number("count", kind.count())
                    .number("shallowBytes", kind.shallowBytes())
                    .number("bytes", kind.heldBytes());
            counts("states", kind.states(), json);
            json.endObject();
        }
        json.endArray();
    }

    private static void group(HeldGroup group, JsonWriter json) throws IOException {
        json.object()
                .text("holding", name(group.holding()))
                .number("count", group.count())
                .number("alive", group.alive())
                .number("bytes", group.bytes());
        counts("kinds", group.kinds(), json);
        counts("classes", group.classes(), json);
        counts("states", group.states(), json);
        counts("peers", group.peers(), json);
        counts("protocols", group.protocols(), json);
        path(group.path(), json);
        loaders(group, json);
        known(group.known(), json);
        json.endObject();
    }

    private static void loaders(HeldGroup group, JsonWriter json) throws IOException {
        if (group.loaders().isEmpty()) {
            return;
        }
        json.array("loaders");
        for (HeldLoader loaders : group.loaders()) {
            LoaderHolder holder = loaders.holder();
            json.object()
                    .text("loader", holder.loader())
                    .number("loaders", loaders.loaders())
                    .number("objects", loaders.objects())
                    .text("holding", name(holder.holding()));
            path(holder.path(), json);
            json.endObject();
        }
        json.endArray();
    }

    static String name(Holding holding) {
        return holding.name().toLowerCase(Locale.ROOT);
    }

    static void path(PathStep path, JsonWriter json) throws IOException {
        json.array("path");
        for (PathStep step : path.steps()) {
            json.object()
                    .text("step", step.text())
                    .text("full", step.full())
                    .text("owner", step.owner().json())
                    .endObject();
        }
        json.endArray();
    }

    private static void known(KnownGroup known, JsonWriter json) throws IOException {
        json.array("sites");
        for (SiteSum sum : known.sites()) {
            json.object()
                    .text("fingerprint", sum.site.fingerprint())
                    .text("responsible", sum.site.responsible())
                    .text("headline", sum.site.headline())
                    .text("owner", sum.site.owner())
                    .text("pipeline", sum.site.pipeline())
                    .number("sessions", sum.sessions())
                    .number("oldestMillis", sum.oldestMillis())
                    .number("youngestMillis", sum.youngestMillis())
                    .truth("atLeast", sum.isAtLeast());
            counts("verdicts", sum.verdicts, json);
            counts("threads", sum.threads, json);
            json.texts("stack", sum.site.stack()).endObject();
        }
        json.endArray();
    }

    static void counts(String name, TopCounts counts, JsonWriter json) throws IOException {
        if (counts.isEmpty()) {
            return;
        }
        json.object(name);
        for (TopCounts.Entry entry : counts.top(MOST_COUNTS)) {
            json.number(entry.name, entry.count);
        }
        json.numberIfAny("(others)", counts.besides(MOST_COUNTS));
        json.endObject();
    }
}
