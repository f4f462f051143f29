package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.compare.AgainstComparison;
import io.github.tlsleak.cli.report.model.compare.Change;
import io.github.tlsleak.cli.report.model.compare.ComparedSite;
import java.io.IOException;
import java.util.List;

/** Writes the comparison with an earlier report. Stateless. */
final class JsonAgainst {

    private static final int SITES = 1_000;

    private JsonAgainst() {}

    /** Writes nothing if there is no earlier report. */
    static void write(Analysis analysis, JsonWriter out) throws IOException {
        AgainstComparison against = AgainstComparison.of(analysis);
        if (against == null) {
            return;
        }
        out.object("against").text("title", against.title).text("text", against.text());
        out.text("basis", against.basis());
        out.numberIfAny("jvmMillis", against.observed.millis);
        out.numberIfAny("earlierJvmMillis", against.earlierObserved.millis);
        for (Change change : Change.values()) {
            out.number(change.label(), against.count(change));
        }
        out.array("sites");
        List<ComparedSite> changed = against.changed();
        for (ComparedSite site : changed.subList(0, Math.min(SITES, changed.size()))) {
            site(site, out);
        }
        out.endArray().endObject();
    }

    private static void site(ComparedSite site, JsonWriter out) throws IOException {
        out.object().text("site", site.findings.site().fingerprint());
        out.text("change", site.change.label());
        out.text("severity", site.findings.worst().label());
        out.text("verdict", site.findings.verdict());
        out.text("owner", site.blamed.owner()).text("frame", site.blamed.frame());
        out.number("count", site.count).number("earlier", site.earlier);
        out.text("rate", site.rate).text("earlierRate", site.earlierRate);
        if (site.unsure) {
            out.truth("unsure", true);
        }
        out.text("words", site.words()).endObject();
    }
}
