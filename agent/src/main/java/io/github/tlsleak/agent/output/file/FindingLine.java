package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.provider.KnownProvider;
import io.github.tlsleak.common.schema.FindingFields;
import io.github.tlsleak.common.schema.GroupFields;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.IsoTime;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Map;
import java.util.Objects;

/** Findings as JSON lines, without the fields that every line has. Stateless. */
final class FindingLine {

    private FindingLine() {}

    /** A leak, a defect, a notice or a session that has been open for too long. */
    static JsonLine of(SessionFinding f) {
        boolean open = f.verdict == Verdict.OPEN;
        return session(open ? ReportSchema.OPEN_LINE : ReportSchema.LEAK, f);
    }

    /** What a live session was reported with is over. */
    static JsonLine over(SessionFinding f) {
        return session(ReportSchema.RECLOSED, f);
    }

    /** Many objects of a site. */
    static JsonLine of(GroupFinding f) {
        boolean contexts = f.verdict.isOnContexts();
        JsonLine line =
                new JsonLine()
                        .put(
                                ReportSchema.TYPE,
                                contexts ? ReportSchema.CONTEXT : ReportSchema.SESSIONS_LINE);
        line.put(ReportSchema.TIME, IsoTime.of(f.time));
        line.put(ReportSchema.VERDICT, f.verdict.name())
                .put(ReportSchema.SEVERITY, f.severity.label());
        line.put(ReportSchema.RESOURCE, f.resource.label());
        line.put(ReportSchema.SITE, f.site.fingerprint());
        for (Map.Entry<Figure, Long> figure : f.figures.entrySet()) {
            line.put(figure.getKey().json(), figure.getValue());
        }
        line.putCounts(GroupFields.PEERS, f.peers.isEmpty() ? null : f.peers);
        if (f.phase == GroupFinding.Phase.OVER) {
            line.put(GroupFields.OVER, true);
        }
        return line.put(ReportSchema.SUPPRESSED_BY, f.suppressedBy);
    }

    private static JsonLine session(String type, SessionFinding f) {
        JsonLine line = new JsonLine().put(ReportSchema.TYPE, type);
        line.put(ReportSchema.TIME, IsoTime.of(f.time));
        line.put(ReportSchema.VERDICT, f.verdict.name())
                .put(ReportSchema.SEVERITY, f.severity.label());
        line.put(ReportSchema.RESOURCE, f.resource.label()).put(FindingFields.CLASS, f.className);
        line.put(FindingFields.PROVIDER, KnownProvider.of(f.className))
                .put(FindingFields.ROLE, f.role);
        line.put(FindingFields.PEER_HOST, f.peerHost);
        if (f.peerPort > 0) {
            line.put(FindingFields.PEER_PORT, f.peerPort);
        }
        line.put(FindingFields.PEER_END, f.peerEnd == null ? null : f.peerEnd.json());
        line.put(FindingFields.PROTOCOL, f.protocol).put(FindingFields.CIPHER_SUITE, f.cipherSuite);
        if (f.adopted) {
            line.put(ReportSchema.SEEN, IsoTime.of(f.created));
        } else {
            boolean open = f.alive != null;
            line.put(ReportSchema.CREATED, IsoTime.of(f.created));
            line.put(open ? FindingFields.AGE : FindingFields.LIFETIME, f.lifetimeMillis());
        }
        line.put(FindingFields.THREAD, f.thread).put(ReportSchema.SITE, f.site.fingerprint());
        if (f.stack != f.site.first()) {
            line.put(ReportSchema.FINGERPRINT1, f.stack.fingerprint1());
        }
        if (f.count > 0) {
            line.put(ReportSchema.COUNT, f.count);
        }
        line.put(FindingFields.ADOPTED, f.adopted).put(FindingFields.FINALIZER, f.finalizer);
        line.put(FindingFields.WRAPPER, f.wrapper).put(FindingFields.PIPELINE, f.pipeline);
        line.put(FindingFields.TEST, f.test == null ? null : f.test.name);
        alive(line, f);
        blame(line, f);
        return line.put(ReportSchema.SUPPRESSED_BY, f.suppressedBy)
                .put(FindingFields.ERROR, f.error);
    }

    private static void alive(JsonLine line, SessionFinding f) {
        if (f.alive == null) {
            return;
        }
        line.put(FindingFields.ALIVE, true);
        if (f.alive.hang != null) {
            line.put(FindingFields.HANGS_AT, f.alive.hang.at.site(f.resource).fingerprint());
            line.put(FindingFields.HANGS_IN, f.alive.hang.thread);
        }
    }

    /** The closing site, detail and known behaviour; frame and owner where the site has others. */
    private static void blame(JsonLine line, SessionFinding f) {
        if (f.closedAt != null) {
            line.put(FindingFields.CLOSED_AT, f.closedAt.site(f.resource).fingerprint());
        }
        boolean other = f.blamed() != f.stack;
        if (other || !Objects.equals(f.blamed().headline(), f.site.headline())) {
            line.put(ReportSchema.FRAME, f.blamed().frame());
            line.put(
                    ReportSchema.HEADLINE,
                    f.blamed().frame() == null ? f.blamed().headline() : null);
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
}
