package io.opentelemetry.exporter.sender.jdk.internal;

import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Makes OpenTelemetry's sender for a client of the agent's own. It is in this package because that
 * constructor is. Stateless, thread-safe.
 */
public final class JdkHttpSenders {

    private JdkHttpSenders() {}

    /**
     * A sender.
     *
     * @param client sends
     * @param config where to, and how
     * @param retry when to try again; null for never
     * @param executor waits for answers
     */
    public static HttpSender of(
            HttpClient client,
            HttpSenderConfig config,
            @Nullable RetryPolicy retry,
            ExecutorService executor) {
        return new JdkHttpSender(
                client,
                config.getEndpoint(),
                config.getContentType(),
                config.getCompressor(),
                config.getTimeout(),
                config.getHeadersSupplier(),
                retry,
                executor,
                config.getMaxResponseBodySize());
    }
}
