package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.model.overview.Overview;
import io.github.tlsleak.cli.report.model.overview.Trend;
import io.github.tlsleak.cli.report.model.overview.WorstSite;
import java.io.IOException;

/** Writes what a reader wants first: the sentence, the worst sites, trends. Stateless. */
final class JsonSummary {

    private JsonSummary() {}

    /** The field summary. */
    static void write(Overview overview, JsonWriter out) throws IOException {
        out.object("summary").text("sentence", overview.sentence());
        out.array("worst");
        for (WorstSite worst : overview.worst()) {
            out.object().text("site", worst.findings.site().fingerprint());
            out.text("frame", worst.blamed.frame())
                    .text("severity", worst.findings.worst().label());
            out.text("verdict", worst.verdict).number("count", worst.count);
            trend(worst.trend, out);
            out.text("fix", worst.fix).endObject();
        }
        out.endArray().endObject();
    }

    /** The field trend. */
    static void trend(Trend trend, JsonWriter out) throws IOException {
        out.object("trend").text("direction", trend.direction.label());
        out.text("text", trend.text()).endObject();
    }
}
