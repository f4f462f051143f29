package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.PlainText;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.VerdictText;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.logs.LogRecordBuilder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A finding as a log record, with the attributes of OpenTelemetry's semantic conventions where
 * there are any. Immutable.
 */
final class FindingRecord {

    /** The name of the event. */
    static final String EVENT = "tlsleak.finding";

    private static final String TLS = "TLSv";

    private final Finding finding;
    private final long count;

    /**
     * @param count how many findings of this kind the site has
     */
    FindingRecord(Finding finding, long count) {
        this.finding = finding;
        this.count = count;
    }

    /** Fills a record and hands it on. */
    void emit(LogRecordBuilder record) {
        record.setTimestamp(finding.time, TimeUnit.MILLISECONDS);
        record.setSeverity(severity()).setSeverityText(finding.severity.label());
        record.setEventName(EVENT).setBody(body());
        record.setAllAttributes(attributes()).emit();
    }

    /** The levels of the text log. */
    private io.opentelemetry.api.logs.Severity severity() {
        return finding.severity == Severity.NOTICE || isOver()
                ? io.opentelemetry.api.logs.Severity.INFO
                : io.opentelemetry.api.logs.Severity.WARN;
    }

    private boolean isOver() {
        return finding instanceof GroupFinding
                && ((GroupFinding) finding).phase == GroupFinding.Phase.OVER;
    }

    private CallStack blamed() {
        return finding instanceof SessionFinding
                ? ((SessionFinding) finding).blamed()
                : finding.site.first();
    }

    private String body() {
        String what =
                finding instanceof SessionFinding
                        ? what((SessionFinding) finding)
                        : ((GroupFinding) finding).words();
        String frame = blamed().headline();
        return PlainText.printable(
                finding.verdict
                        + (isOver() ? " is over: " : ": ")
                        + (finding.resource.label() + ' ' + what)
                        + (frame == null ? "" : " at " + frame));
    }

    private static String what(SessionFinding f) {
        return VerdictText.what(f.verdict, f.resource, f.detail, f.closer);
    }

    private Attributes attributes() {
        AttributesBuilder to = Attributes.builder();
        put(to, "tlsleak.verdict", finding.verdict.name());
        put(to, "tlsleak.severity", finding.severity.label());
        put(to, "tlsleak.resource", finding.resource.label());
        put(to, "tlsleak.site", finding.site.fingerprint());
        put(to, "tlsleak.owner", blamed().owner().json());
        to.put(AttributeKey.longKey("tlsleak.count"), count);
        code(to, blamed());
        if (finding instanceof SessionFinding) {
            session(to, (SessionFinding) finding);
        }
        return to.build();
    }

    private static void session(AttributesBuilder to, SessionFinding f) {
        boolean server = ReportSchema.SERVER.equals(f.role);
        put(to, server ? "client.address" : "server.address", f.peerHost);
        if (f.peerPort > 0) {
            to.put(AttributeKey.longKey(server ? "client.port" : "server.port"), f.peerPort);
        }
        if (f.protocol != null) {
            boolean tls = f.protocol.startsWith(TLS);
            put(to, "tls.protocol.name", tls ? "tls" : f.protocol.toLowerCase(Locale.ROOT));
            put(to, "tls.protocol.version", tls ? version(f.protocol) : null);
        }
        put(to, "tls.cipher", f.cipherSuite);
        put(to, "thread.name", f.thread);
    }

    /** The JDK names the first version {@code TLSv1}. */
    private static String version(String protocol) {
        String version = protocol.substring(TLS.length());
        return version.equals("1") ? "1.0" : version;
    }

    private static void code(AttributesBuilder to, CallStack stack) {
        FrameParts frame = FrameParts.of(stack.headline());
        put(to, "code.function.name", frame.function);
        put(to, "code.file.path", frame.path);
        if (frame.line > 0) {
            to.put(AttributeKey.longKey("code.line.number"), frame.line);
        }
        if (!stack.frames().isEmpty()) {
            put(to, "code.stacktrace", "at " + String.join("\nat ", stack.frames()));
        }
    }

    private static void put(AttributesBuilder to, String name, @Nullable String value) {
        if (value != null) {
            to.put(AttributeKey.stringKey(name), value);
        }
    }
}
