package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.output.LineLimit;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.schema.SiteFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes findings as JSON lines, schema 1. Used by the collector's thread, and by the thread that
 * writes the summary at exit.
 */
public final class JsonReport implements FindingListener, ReportFile.Listener {

    private final Consumer<String> log;
    private final String run;
    private final String meta;
    private final ReportFile file;
    private final LineLimit<Site> limit = new LineLimit<>();

    /** Sites already described in the current file. */
    private final Set<String> described = Collections.synchronizedSet(new HashSet<String>());

    /**
     * Opens the report.
     *
     * @param log gets a line about each problem with the file
     * @param run the name of this agent's run, which stands in each line
     * @param meta the line that begins each file
     * @param pattern the file's name; it may contain %p, %t, %h; {@code -} is standard output
     * @param startMillis for %t
     * @param maxBytes the size at which the file is rotated
     * @param mode permission bits of new files
     * @throws IOException with one clear line
     */
    public JsonReport(
            Consumer<String> log,
            String run,
            String meta,
            String pattern,
            long startMillis,
            long maxBytes,
            int mode)
            throws IOException {
        this.log = log;
        this.run = run;
        this.meta = meta;
        this.file = ReportFile.open(pattern, startMillis, maxBytes, mode, this);
    }

    @Override
    public List<String> header() {
        return Collections.singletonList(meta);
    }

    @Override
    public void restarted() {
        described.clear();
    }

    @Override
    public void problem(String message) {
        log.accept(message);
    }

    @Override
    public void found(Finding finding) {
        // the class that is rehearsed comes first: no other one is loaded where memory is short
        if (!(finding instanceof SessionFinding)) {
            GroupFinding f = (GroupFinding) finding;
            write(f.site, FindingLine.of(f));
        } else if (limit.allows(finding.site)) {
            SessionFinding f = (SessionFinding) finding;
            write(sites(f), FindingLine.of(f));
        }
    }

    @Override
    public void over(SessionFinding f) {
        write(f.site, FindingLine.over(f));
    }

    @Override
    public void rehearse(SessionFinding f) {
        text(FindingLine.of(f));
        text(describe(f.site));
    }

    @Override
    public void tick() {
        writeSkipped(limit.due());
        file.flush();
        file.follow();
    }

    /**
     * Writes a line as it is.
     *
     * @param line a summary
     */
    void write(JsonLine line) {
        file.follow();
        file.write(text(line));
        file.flush();
    }

    /** Writes the sessions that are open when the JVM ends. */
    void open(List<SessionFinding> sessions) {
        OpenAtExit.write(sessions, (f, line) -> write(f.site, line));
    }

    /** The file written to, absolute. */
    public String file() {
        return file.file().toString();
    }

    /** Writes the last line and closes. */
    public void end(JsonLine last) {
        write(last);
        close();
    }

    /** Flushes and closes. */
    void close() {
        writeSkipped(limit.all());
        file.close();
    }

    private static List<Site> sites(SessionFinding f) {
        List<Site> sites = new ArrayList<>(Collections.singletonList(f.site));
        if (f.closedAt != null) {
            sites.add(f.closedAt.site(f.resource));
        }
        if (f.alive != null && f.alive.hang != null) {
            sites.add(f.alive.hang.at.site(f.resource));
        }
        return sites;
    }

    private void write(Site site, JsonLine line) {
        write(Collections.singletonList(site), line);
    }

    /** Writes a line. Before it come the lines of its sites, if the file does not have them yet. */
    private void write(List<Site> sites, JsonLine line) {
        // a new file needs the lines of the sites again
        file.follow();
        List<String> lines = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (Site site : sites) {
            if (!described.contains(site.fingerprint())) {
                lines.add(text(describe(site)));
                fresh.add(site.fingerprint());
            }
        }
        lines.add(text(line));
        // set before the lines are written: a rotation during the write clears it again
        described.addAll(fresh);
        file.write(lines.toArray(new String[0]));
    }

    /** A whole line with the name of this run: other JVMs may write the same file. */
    private String text(JsonLine line) {
        return line.put(ReportSchema.RUN, run).toString();
    }

    private static JsonLine describe(Site site) {
        JsonLine line =
                new JsonLine()
                        .put(ReportSchema.TYPE, ReportSchema.SITE_LINE)
                        .put(ReportSchema.SITE, site.fingerprint())
                        .put(ReportSchema.FINGERPRINT1, site.first().fingerprint1());
        line.put(ReportSchema.RESOURCE, site.resource().label())
                .put(ReportSchema.FRAME, site.frame());
        if (site.frame() == null) {
            line.put(ReportSchema.HEADLINE, site.headline());
        }
        line.put(ReportSchema.OWNER, site.owner().json());
        if (site.isNew()) {
            line.put(SiteFields.NEW, true);
        }
        return line.putArray(
                site.isFirstUse() ? ReportSchema.SEEN : SiteFields.STACK, site.stack());
    }

    /** Writes how many lines were left out. */
    private void writeSkipped(List<Site> sites) {
        for (Site site : sites) {
            long count = limit.skippedBefore(site);
            JsonLine line =
                    JsonLine.ofType(ReportSchema.SKIPPED)
                            .put(ReportSchema.SITE, site.fingerprint())
                            .put(ReportSchema.COUNT, count);
            write(site, line);
        }
    }
}
