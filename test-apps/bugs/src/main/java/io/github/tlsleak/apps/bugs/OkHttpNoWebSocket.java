package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

// library: OkHttp
// bad: okhttp-3.12.0
// good: okhttp-3.13.1
// link: https://github.com/square/okhttp/issues/4527
// what: connection on which the server answers a WebSocket's request wrongly
// peer: no_upgrade
// owner: library
// frame: okhttp3.internal.connection.RealConnection.connectTls
// options: threshold=2s
// expect: OPEN notice SSLSocket client x5
// holds: okhttp3.ConnectionPool.connections

/** WebSockets that the server does not agree to. The client goes on. */
public final class OkHttpNoWebSocket implements Situation<BugStage> {

    /** The client and its pool live until the program ends. */
    private OkHttpClient client;

    @Override
    public void play(BugStage stage) throws InterruptedException {
        if (client == null) {
            client = client(stage);
            stage.keepsSessions();
        }
        String url = "https://" + stage.host() + ":" + stage.port() + "/";
        Failed failed = new Failed();
        client.newWebSocket(new Request.Builder().url(url).build(), failed);
        failed.await();
    }

    private static OkHttpClient client(BugStage stage) {
        // the client's own threads would keep the JVM for a minute
        ExecutorService threads =
                Executors.newCachedThreadPool(
                        task -> {
                            Thread thread = new Thread(task);
                            thread.setDaemon(true);
                            return thread;
                        });
        return new OkHttpClient.Builder()
                .sslSocketFactory(
                        stage.context().getSocketFactory(), (X509TrustManager) stage.trust())
                .hostnameVerifier((host, session) -> true)
                .dispatcher(new Dispatcher(threads))
                .connectionPool(new ConnectionPool(1, 5, TimeUnit.MINUTES))
                .build();
    }

    private static final class Failed extends WebSocketListener {

        private final CountDownLatch failed = new CountDownLatch(1);
        private volatile Throwable failure;

        @Override
        public void onFailure(WebSocket socket, Throwable t, Response response) {
            failure = t;
            failed.countDown();
        }

        void await() throws InterruptedException {
            if (!failed.await(10, TimeUnit.SECONDS)
                    || !String.valueOf(failure.getMessage()).contains("'Connection'")) {
                throw new IllegalStateException("no failure of the upgrade", failure);
            }
        }
    }
}
