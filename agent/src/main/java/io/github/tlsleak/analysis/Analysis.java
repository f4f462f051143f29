package io.github.tlsleak.analysis;

import io.github.tlsleak.verdict.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a report says, grouped by site. Of bounded size; used by one thread. */
public final class Analysis {

    private static final int MAX_KINDS = 100;

    private final SiteTable sites = new SiteTable();
    private final OpenSessions open = new OpenSessions();
    private final Contexts contexts = new Contexts();
    private final Runs runs = new Runs();
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Counts verdicts = new Counts(MAX_KINDS);
    private final Counts suppressed = new Counts(MAX_KINDS);

    private long skipped;
    private List<String> problems = new ArrayList<>();

    Analysis() {}

    /**
     * Reads a report.
     *
     * @param file the report
     * @return what it says
     * @throws IOException with one clear line: which file, and why it cannot be read
     */
    public static Analysis of(Path file) throws IOException {
        Analysis analysis = new Analysis();
        analysis.problems = new ReportReader(analysis::add).read(file).lines();
        return analysis;
    }

    /** Takes the next line. */
    void add(ReportLine line) {
        switch (line.type()) {
            case "meta":
                runs.begin(line);
                break;
            case "summary":
                runs.end(line);
                break;
            default:
                addOfSite(line, sites.of(line));
                break;
        }
    }

    private void addOfSite(ReportLine line, SiteStats site) {
        switch (line.type()) {
            case "site":
                if (site != null) {
                    site.describe(line);
                }
                break;
            case "leak":
                finding(line, site);
                break;
            case "open":
                // what is beyond the table's bound is not followed here either
                if (site != null && !line.has("suppressedBy")) {
                    open.add(line, site);
                }
                break;
            case "reclosed":
                open.end(line);
                break;
            case "skipped":
                skip(line.number("count", 0), site);
                break;
            default:
                contexts.add(line, site);
                break;
        }
    }

    private void finding(ReportLine line, SiteStats site) {
        open.end(line);
        if (line.has("suppressedBy")) {
            suppressed.add(String.valueOf(line.text("suppressedBy")));
            return;
        }
        severities.merge(SiteStats.severity(line.text("severity")), 1L, Long::sum);
        verdicts.add(line.text("verdict"));
        if (site == null) {
            sites.addBeyond(1);
        } else {
            site.add(line);
        }
    }

    private void skip(long count, SiteStats site) {
        skipped += count;
        if (site != null) {
            site.skip(count);
        }
    }

    SiteTable sites() {
        return sites;
    }

    OpenSessions open() {
        return open;
    }

    Runs runs() {
        return runs;
    }

    Contexts contexts() {
        return contexts;
    }

    /** Findings of a severity, suppressed ones aside. */
    long count(Severity severity) {
        return severities.getOrDefault(severity, 0L);
    }

    /** Findings by verdict, suppressed ones aside. */
    Counts verdicts() {
        return verdicts;
    }

    /** Findings that rules took out, by rule. */
    Counts suppressed() {
        return suppressed;
    }

    /** Findings that the agent counted and did not write. */
    long skipped() {
        return skipped;
    }

    /** What could not be read, one line each. */
    List<String> problems() {
        return problems;
    }
}
