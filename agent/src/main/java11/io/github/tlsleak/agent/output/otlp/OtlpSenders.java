package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.agent.track.OwnSessions;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * All parts that OpenTelemetry would look for on the class path: the one that makes senders. Used
 * by one thread, {@link #senders} by any after that.
 */
final class OtlpSenders implements ComponentLoader, HttpSenderProvider {

    private final ThreadFactory threads;
    private final OwnSessions own;
    private final Consumer<String> log;
    private final List<OtlpSender> senders = Collections.synchronizedList(new ArrayList<>());
    private final List<OwnHttpClient> clients = new ArrayList<>();

    /** For all signals without certificates of their own. */
    private @Nullable OwnHttpClient shared;

    /** What the next sender sends, in the plural. */
    private String signal = "";

    OtlpSenders(ThreadFactory threads, OwnSessions own, Consumer<String> log) {
        this.threads = threads;
        this.own = own;
        this.log = log;
    }

    /** Says what the exporter that is made next sends. */
    OtlpSenders with(String signals) {
        this.signal = signals;
        return this;
    }

    @Override
    public <T> Iterable<T> load(Class<T> type) {
        return type == HttpSenderProvider.class
                ? Collections.singletonList(type.cast(this))
                : Collections.<T>emptyList();
    }

    @Override
    public HttpSender createSender(HttpSenderConfig config) {
        OwnHttpClient client = client(config);
        URI endpoint = config.getEndpoint();
        SignalHealth health =
                new SignalHealth(
                        signal,
                        endpoint.toString(),
                        () -> client.proxy.words(endpoint),
                        log,
                        System::nanoTime);
        OtlpSender sender = new OtlpSender(client, config, health, threads);
        senders.add(sender);
        return sender;
    }

    private OwnHttpClient client(HttpSenderConfig config) {
        SSLContext given = config.getSslContext();
        if (given == null && shared != null) {
            return shared;
        }
        OwnHttpClient client =
                new OwnHttpClient(
                        threads, OwnSslContext.of(given, own), config.getConnectTimeout());
        clients.add(client);
        shared = given == null ? client : shared;
        return client;
    }

    /** The senders made so far, in their order. */
    List<OtlpSender> senders() {
        synchronized (senders) {
            return new ArrayList<>(senders);
        }
    }

    /** Ends all threads and connections. */
    void close() {
        for (OtlpSender sender : senders()) {
            sender.shutdown();
        }
        for (OwnHttpClient client : clients) {
            client.close();
        }
    }
}
