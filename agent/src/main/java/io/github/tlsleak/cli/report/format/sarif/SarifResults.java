package io.github.tlsleak.cli.report.format.sarif;

import io.github.tlsleak.cli.report.format.json.JsonWriter;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.SiteFindings;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * Writes the results, a line each, the worst first. As many as GitHub shows, and no more bytes than
 * it takes: where they would be more, the last ones have no stacks, or are left out. Used by one
 * thread.
 */
final class SarifResults {

    /** GitHub shows that many of a run. */
    static final int MAX_RESULTS = 5_000;

    /** GitHub takes 10 MB, packed by gzip. What is below that unpacked fits in any case. */
    static final int MAX_BYTES = 9_500_000;

    /** Kept free for each result that is still to come, so that it can be written at all. */
    private static final int SHORT = 1_500;

    private final Analysis analysis;
    private final SarifRules rules;
    private final SarifLocations locations;
    private final int maxBytes;
    private long bytes;
    private int withoutStacks;
    private int leftOut;

    SarifResults(Analysis analysis, SarifRules rules, SarifLocations locations, int maxBytes) {
        this.analysis = analysis;
        this.rules = rules;
        this.locations = locations;
        this.maxBytes = maxBytes;
    }

    /** Writes the elements of an array. */
    void write(List<SiteFindings> sites, JsonWriter out) throws IOException {
        int count = Math.min(sites.size(), MAX_RESULTS);
        for (int i = 0; i < count; i++) {
            long free = maxBytes - bytes;
            String whole = line(sites.get(i), true);
            String line = whole;
            if (whole.length() > free - (long) SHORT * (count - i - 1)) {
                line = line(sites.get(i), false);
                withoutStacks++;
            }
            if (line.length() > free) {
                withoutStacks--;
                leftOut++;
                continue;
            }
            out.written(line);
            // in ASCII a character is a byte; a comma and a line feed come besides
            bytes += line.length() + 8;
        }
        leftOut += sites.size() - count;
    }

    private String line(SiteFindings findings, boolean stacks) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter line = JsonWriter.inOneLine(text);
        new SarifResult(analysis, rules, locations, line).write(findings, stacks);
        line.end();
        return text.toString().trim();
    }

    /** Number of results that were written without their stacks. */
    int withoutStacks() {
        return withoutStacks;
    }

    /** Number of sites that were not written. */
    int leftOut() {
        return leftOut;
    }
}
