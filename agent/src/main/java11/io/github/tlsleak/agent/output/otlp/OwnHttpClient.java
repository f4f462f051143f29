package io.github.tlsleak.agent.output.otlp;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The client that all connections to a collector go through, with threads of its own. Made and
 * closed by one thread.
 */
final class OwnHttpClient {

    private static final int IDLE_SECONDS = 5;
    private static final String SELECTOR = "-SelectorManager";

    final HttpClient client;
    final CollectorProxy proxy = CollectorProxy.ofThisJvm();
    private final ThreadPoolExecutor workers;
    private final @Nullable Thread selector;

    /**
     * @param threads makes the threads
     * @param context makes the engines
     * @param connectTimeout how long a connection may take
     */
    OwnHttpClient(ThreadFactory threads, SSLContext context, Duration connectTimeout) {
        workers =
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        threads);
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connectTimeout)
                        .sslContext(context)
                        .executor(workers)
                        .proxy(proxy)
                        .build();
        selector = selector(client.toString());
        if (selector != null) {
            selector.setName("tlsleak-otlp-net");
        }
    }

    /**
     * The thread that the JDK made for the client, in the group of this thread.
     *
     * @param shown the client as the JDK shows it, with its number in parentheses
     */
    private static @Nullable Thread selector(String shown) {
        int open = shown.lastIndexOf('(');
        int close = shown.lastIndexOf(')');
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        if (open < 0 || close < open || group == null) {
            return null;
        }
        String name = "HttpClient-" + shown.substring(open + 1, close) + SELECTOR;
        Thread[] all = new Thread[group.activeCount() + 16];
        int count = group.enumerate(all, false);
        for (int i = 0; i < count; i++) {
            if (all[i].getName().equals(name)) {
                return all[i];
            }
        }
        return null;
    }

    /** Ends connections and threads; waits for nothing. */
    void close() {
        try {
            // since Java 21
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (ReflectiveOperationException | RuntimeException e) {
            if (selector != null) {
                selector.interrupt();
            }
        }
        workers.shutdownNow();
        // a static cleaner of the JDK holds the executor until the client is collected, and the
        // agent's factory leads to the client: since Java 21 neither would ever go
        workers.setThreadFactory(Executors.defaultThreadFactory());
    }
}
