package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.output.LineLimit;
import io.github.tlsleak.agent.output.log.ContextText;
import io.github.tlsleak.agent.provider.KnownProvider;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Finding;
import io.github.tlsleak.agent.track.FindingListener;
import io.github.tlsleak.common.schema.ContextFields;
import io.github.tlsleak.common.schema.FindingFields;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.schema.SiteFields;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes findings as JSON lines, schema 1. Used by the collector's thread, and by the one that
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
     * @param log hears of trouble with the file
     * @param run the name of this agent's run, which stands in each line
     * @param meta the line that begins each file
     * @param pattern the file's name, may hold %p, %t, %h
     * @param startMillis for %t
     * @param maxBytes when to rotate
     * @throws IOException with one clear line
     */
    public JsonReport(
            Consumer<String> log,
            String run,
            String meta,
            String pattern,
            long startMillis,
            long maxBytes)
            throws IOException {
        this.log = log;
        this.run = run;
        this.meta = meta;
        this.file = ReportFile.open(pattern, startMillis, maxBytes, this);
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
    public void found(Finding f) {
        if (limit.allows(f.site)) {
            boolean open = f.verdict == Verdict.OPEN;
            String label = f.resource.label();
            write(sites(f), finding(open ? ReportSchema.OPEN_LINE : ReportSchema.LEAK, f), label);
        }
    }

    @Override
    public void reclosed(Finding f) {
        write(f.site, finding(ReportSchema.RECLOSED, f), f.resource.label());
    }

    @Override
    public void contexts(boolean churn, Site site, long contexts, long sessions, long live) {
        JsonLine line =
                JsonLine.ofType(ReportSchema.CONTEXT)
                        .put(ReportSchema.VERDICT, ContextText.verdict(churn));
        line.put(ReportSchema.SITE, site.fingerprint()).put(ContextFields.CONTEXTS, contexts);
        if (sessions >= 0) {
            line.put(ReportSchema.SESSIONS, sessions);
        }
        write(site, line.put(ContextFields.LIVE, live), Resource.SSL_CONTEXT.label());
    }

    @Override
    public void rehearse(Finding f) {
        text(finding(ReportSchema.LEAK, f));
        text(describe(f.site, f.resource.label()));
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

    private static List<Site> sites(Finding f) {
        return f.closedAt == null
                ? Collections.singletonList(f.site)
                : Arrays.asList(f.site, f.closedAt);
    }

    private void write(Site site, JsonLine line, String resource) {
        write(Collections.singletonList(site), line, resource);
    }

    /** Writes a line, behind those of its sites that the file does not have yet. */
    private void write(List<Site> sites, JsonLine line, String resource) {
        // another file needs its sites told again
        file.follow();
        List<String> lines = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (Site site : sites) {
            if (!described.contains(site.fingerprint())) {
                lines.add(text(describe(site, resource)));
                fresh.add(site.fingerprint());
            }
        }
        lines.add(text(line));
        // before the lines are handed over: a rotation in between clears it again
        described.addAll(fresh);
        file.write(lines.toArray(new String[0]));
    }

    /** A whole line, which says who wrote it: other JVMs may write the same file. */
    private String text(JsonLine line) {
        return line.put(ReportSchema.RUN, run).toString();
    }

    private static JsonLine describe(Site site, String resource) {
        JsonLine line =
                new JsonLine()
                        .put(ReportSchema.TYPE, ReportSchema.SITE_LINE)
                        .put(ReportSchema.SITE, site.fingerprint());
        line.put(ReportSchema.RESOURCE, resource).put(ReportSchema.FRAME, site.frame());
        line.put(ReportSchema.OWNER, site.owner().json());
        if (site.isNew()) {
            line.put(SiteFields.NEW, true);
        }
        return line.putArray(
                site.isFirstUse() ? ReportSchema.SEEN : SiteFields.STACK, site.stack());
    }

    /** Says how many lines were left out. */
    private void writeSkipped(List<Site> sites) {
        for (Site site : sites) {
            long count = limit.skippedBefore(site);
            JsonLine line =
                    JsonLine.ofType(ReportSchema.SKIPPED)
                            .put(ReportSchema.SITE, site.fingerprint())
                            .put(ReportSchema.COUNT, count);
            write(site, line, null);
        }
    }

    /** Whose doing it is, if that is not told by the site. */
    private static void blame(JsonLine line, Finding f) {
        if (f.closedAt != null) {
            line.put(FindingFields.CLOSED_AT, f.closedAt.fingerprint());
        }
        boolean other = f.blamed() != f.site;
        if (other) {
            line.put(ReportSchema.FRAME, f.blamed().frame());
        }
        if (f.detail != null) {
            line.put(FindingFields.DETAIL, f.detail.json()).put(FindingFields.CLOSER, f.closer);
        }
        if (f.known != null) {
            line.put(ReportSchema.KNOWN, f.known.id()).put(ReportSchema.OWNER, f.known.owner());
        } else if (other) {
            line.put(ReportSchema.OWNER, f.blamed().owner().json());
        }
    }

    private static JsonLine finding(String type, Finding f) {
        JsonLine line = new JsonLine().put(ReportSchema.TYPE, type);
        line.put(ReportSchema.TIME, Instant.ofEpochMilli(f.time).toString());
        line.put(ReportSchema.VERDICT, f.verdict.name())
                .put(FindingFields.SEVERITY, f.severity.label());
        line.put(ReportSchema.RESOURCE, f.resource.label()).put(FindingFields.CLASS, f.className);
        line.put(FindingFields.PROVIDER, KnownProvider.of(f.className))
                .put(FindingFields.ROLE, f.role);
        line.put(FindingFields.PEER_HOST, f.peerHost);
        if (f.peerPort > 0) {
            line.put(FindingFields.PEER_PORT, f.peerPort);
        }
        line.put(FindingFields.PROTOCOL, f.protocol).put(FindingFields.CIPHER_SUITE, f.cipherSuite);
        if (f.adopted) {
            line.put(ReportSchema.SEEN, Instant.ofEpochMilli(f.created).toString());
        } else {
            boolean open = f.verdict == Verdict.OPEN;
            line.put(ReportSchema.CREATED, Instant.ofEpochMilli(f.created).toString());
            line.put(open ? FindingFields.AGE : FindingFields.LIFETIME, f.lifetimeMillis());
        }
        line.put(FindingFields.THREAD, f.thread).put(ReportSchema.SITE, f.site.fingerprint());
        if (f.count > 0) {
            line.put(ReportSchema.COUNT, f.count);
        }
        line.put(FindingFields.ADOPTED, f.adopted).put(FindingFields.FINALIZER, f.finalizer);
        line.put(FindingFields.WRAPPER, f.wrapper);
        blame(line, f);
        return line.put(FindingFields.SUPPRESSED_BY, f.suppressedBy)
                .put(FindingFields.ERROR, f.error);
    }
}
