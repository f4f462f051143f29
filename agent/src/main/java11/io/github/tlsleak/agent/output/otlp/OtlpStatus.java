package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.agent.output.otlp.logging.Logger;
import io.github.tlsleak.common.text.PlainText;
import org.jspecify.annotations.Nullable;

/** How exporting goes, in one line. Stateless, thread-safe. */
final class OtlpStatus {

    private OtlpStatus() {}

    /**
     * The line.
     *
     * @param target as the option says
     * @param settings null if not read yet, as the two that follow
     * @param off why nothing is sent; null if something is
     * @param tooMany findings that the queue had no room for
     */
    static String of(
            String target,
            @Nullable OtlpSettings settings,
            @Nullable OtlpSenders senders,
            @Nullable OtlpPipeline pipeline,
            @Nullable String off,
            long tooMany) {
        if (off != null) {
            return "nothing is sent: " + off;
        }
        if (settings == null || senders == null || pipeline == null) {
            return target + ", not started yet";
        }
        StringBuilder text = new StringBuilder(settings.endpoint());
        text.append(", sent ").append(PlainText.count(pipeline.findings(), "finding"));
        for (OtlpSender sender : senders.senders()) {
            text.append(", ").append(sender.health.text());
        }
        text.append(", dropped ").append(PlainText.count(pipeline.dropped() + tooMany, "finding"));
        String warning = Logger.warning();
        if (warning != null) {
            text.append("; OpenTelemetry says: ").append(PlainText.printable(warning));
        }
        return text.toString();
    }
}
