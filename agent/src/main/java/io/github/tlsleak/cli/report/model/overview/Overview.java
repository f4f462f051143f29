package io.github.tlsleak.cli.report.model.overview;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The answer of a report: one sentence, and the worst sites. Used by one thread. */
public final class Overview {

    /** How many sites are called the worst. */
    public static final int WORST = 3;

    private final String sentence;
    private final List<WorstSite> worst;
    private final ProgramEnds ends;

    private Overview(Analysis analysis) {
        ends = new ProgramEnds(analysis);
        sentence = new AnswerSentence(analysis).text();
        List<WorstSite> found = new ArrayList<>();
        for (SiteFindings findings : analysis.shown()) {
            if (found.size() < WORST && findings.worst() != Grade.KNOWN) {
                found.add(new WorstSite(analysis, findings, trend(findings)));
            }
        }
        worst = Collections.unmodifiableList(found);
    }

    public static Overview of(Analysis analysis) {
        return new Overview(analysis);
    }

    /** What was found, in one sentence for people. It may hold texts that the reports chose. */
    public String sentence() {
        return sentence;
    }

    /** The most costly sites that are shown, the worst first; no known behaviours. */
    public List<WorstSite> worst() {
        return worst;
    }

    /** How the findings of a site go on. */
    public Trend trend(SiteFindings findings) {
        return TrendRule.of(findings, ends.of(findings));
    }
}
