package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.output.Output;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.log.ContextText;
import io.github.tlsleak.agent.provider.KnownProvider;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Finding;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes findings as JSON lines, schema 1. Used by the collector's thread, and by the one that
 * writes the summary at exit.
 */
public final class JsonReport implements Output, ReportFile.Listener {

    private final AgentLog log;
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
            AgentLog log, String run, String meta, String pattern, long startMillis, long maxBytes)
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
        log.warn(message);
    }

    @Override
    public void found(Finding f) {
        if (limit.allows(f.site)) {
            boolean open = f.verdict == Verdict.OPEN;
            String label = f.resource.label();
            write(sites(f), finding(open ? "open" : "leak", f), label);
        }
    }

    @Override
    public void reclosed(Finding f) {
        write(f.site, finding("reclosed", f), f.resource.label());
    }

    @Override
    public void contexts(boolean churn, Site site, long contexts, long sessions, long live) {
        JsonLine line = line("context").put("verdict", ContextText.verdict(churn));
        line.put("site", site.fingerprint()).put("contexts", contexts);
        if (sessions >= 0) {
            line.put("sessions", sessions);
        }
        write(site, line.put("live", live), "SSLContext");
    }

    @Override
    public void rehearse(Finding f) {
        text(finding("leak", f));
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
    public void write(JsonLine line) {
        file.follow();
        file.write(text(line));
        file.flush();
    }

    /** The file written to, absolute. */
    public String file() {
        return file.file().toString();
    }

    /** Flushes and closes. */
    public void close() {
        writeSkipped(limit.all());
        file.close();
    }

    /**
     * A line of a type, with the time.
     *
     * @param type its type
     * @return the line, to be filled
     */
    public static JsonLine line(String type) {
        return new JsonLine()
                .put("type", type)
                .put("time", Instant.ofEpochMilli(System.currentTimeMillis()).toString());
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
        return line.put("run", run).toString();
    }

    private static JsonLine describe(Site site, String resource) {
        JsonLine line = new JsonLine().put("type", "site").put("site", site.fingerprint());
        line.put("resource", resource).put("frame", site.frame());
        line.put("owner", site.owner().json());
        if (site.isNew()) {
            line.put("new", true);
        }
        return line.putArray(site.isSeen() ? "seen" : "stack", site.stack());
    }

    /** Says how many lines were left out. */
    private void writeSkipped(List<Site> sites) {
        for (Site site : sites) {
            long count = limit.skippedBefore(site);
            JsonLine line = line("skipped").put("site", site.fingerprint()).put("count", count);
            write(site, line, null);
        }
    }

    /** Whose doing it is, if that is not told by the site. */
    private static void blame(JsonLine line, Finding f) {
        if (f.closedAt != null) {
            line.put("closedAt", f.closedAt.fingerprint());
        }
        boolean other = f.blamed() != f.site;
        if (other) {
            line.put("frame", f.blamed().frame());
        }
        if (f.detail != null) {
            line.put("detail", f.detail.json()).put("closer", f.closer);
        }
        if (f.known != null) {
            line.put("known", f.known.id()).put("owner", f.known.owner());
        } else if (other) {
            line.put("owner", f.blamed().owner().json());
        }
    }

    private static JsonLine finding(String type, Finding f) {
        JsonLine line = new JsonLine().put("type", type);
        line.put("time", Instant.ofEpochMilli(f.time).toString());
        line.put("verdict", f.verdict.name()).put("severity", f.severity.label());
        line.put("resource", f.resource.label()).put("class", f.className);
        line.put("provider", KnownProvider.of(f.className)).put("role", f.role);
        line.put("peerHost", f.peerHost);
        if (f.peerPort > 0) {
            line.put("peerPort", f.peerPort);
        }
        line.put("protocol", f.protocol).put("cipherSuite", f.cipherSuite);
        if (f.adopted) {
            line.put("seen", Instant.ofEpochMilli(f.created).toString());
        } else {
            boolean open = f.verdict == Verdict.OPEN;
            line.put("created", Instant.ofEpochMilli(f.created).toString());
            line.put(open ? "ageMillis" : "lifetimeMillis", f.lifetimeMillis());
        }
        line.put("thread", f.thread).put("site", f.site.fingerprint());
        if (f.count > 0) {
            line.put("count", f.count);
        }
        line.put("adopted", f.adopted).put("finalizer", f.finalizer);
        line.put("wrapper", f.wrapper);
        blame(line, f);
        return line.put("suppressedBy", f.suppressedBy).put("error", f.error);
    }
}
