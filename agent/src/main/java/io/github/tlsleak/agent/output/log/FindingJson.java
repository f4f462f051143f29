package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.provider.KnownProvider;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.common.rules.Fixes;
import io.github.tlsleak.common.schema.FindingFields;
import io.github.tlsleak.common.schema.LogFields;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.IsoTime;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.VerdictText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of findings in a log as JSON. Stateless, thread-safe. */
final class FindingJson {

    /** Collectors of logs cut lines, some at 16 kB. */
    private static final int MAX_STACK = 1 << 13;

    private FindingJson() {}

    /** Adds the fields of a finding on a session. */
    static void put(JsonLine line, SessionFinding f) {
        head(line, f, f.blamed());
        line.put(FindingFields.CLASS, f.className);
        line.put(FindingFields.PROVIDER, KnownProvider.of(f.className));
        line.put(FindingFields.ROLE, f.role).put(LogFields.PEER, LeakText.address(f));
        line.put(FindingFields.PROTOCOL, f.protocol).put(FindingFields.CIPHER_SUITE, f.cipherSuite);
        line.put(FindingFields.THREAD, f.thread);
        line.put(f.adopted ? ReportSchema.SEEN : ReportSchema.CREATED, IsoTime.of(f.created));
        line.put(f.alive == null ? FindingFields.LIFETIME : FindingFields.AGE, f.lifetimeMillis());
        line.put(FindingFields.PIPELINE, f.pipeline);
        line.put(FindingFields.TEST, f.test == null ? null : f.test.name);
        line.put(FindingFields.ERROR, f.error);
        line.put(ReportSchema.KNOWN, f.known == null ? null : f.known.id());
        line.put(LogFields.WHY, VerdictText.why(f.verdict, f.resource, f.detail));
        line.put(LogFields.FIX, Fixes.of(f.verdict, f.resource, f.detail, LeakText.holders(f)));
        line.put(LogFields.STACK, stack(f.stack));
        line.put(LogFields.CLOSING_STACK, f.closedAt == null ? null : stack(f.closedAt));
        if (f.alive != null && f.alive.hang != null) {
            line.put(LogFields.HANGING_STACK, stack(f.alive.hang.at));
            line.put(FindingFields.HANGS_IN, f.alive.hang.thread);
        }
    }

    /** Adds the fields of a finding on many objects of a site. */
    static void put(JsonLine line, GroupFinding f) {
        CallStack first = f.site.first();
        head(line, f, first);
        for (Map.Entry<Figure, Long> figure : f.figures.entrySet()) {
            line.put(figure.getKey().json(), figure.getValue());
        }
        line.put(LogFields.WHY, VerdictText.why(f.verdict, f.resource));
        line.put(
                LogFields.FIX,
                Fixes.of(
                        f.verdict,
                        f.resource,
                        null,
                        Fixes.holders(f.site.stack(), f.site.frame())));
        line.put(LogFields.STACK, stack(first));
    }

    private static void head(JsonLine line, Finding f, CallStack blamed) {
        line.put(ReportSchema.VERDICT, f.verdict.name());
        line.put(ReportSchema.SEVERITY, f.severity.label());
        line.put(ReportSchema.RESOURCE, f.resource.label());
        line.put(ReportSchema.SITE, f.site.fingerprint());
        line.put(ReportSchema.FRAME, blamed.headline());
        line.put(ReportSchema.OWNER, blamed.owner().json());
    }

    /** One frame a line; null where stacks are switched off. */
    private static @Nullable String stack(CallStack stack) {
        return stack.text(MAX_STACK);
    }
}
