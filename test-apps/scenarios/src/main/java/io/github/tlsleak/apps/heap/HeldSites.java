package io.github.tlsleak.apps.heap;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/**
 * Holds sockets and engines of several sites and threads in a static map, until its standard input
 * ends. Its arguments are {@code HOST PORT TLS}.
 */
public final class HeldSites {

    /** The objects by name. */
    private static final Map<String, Object> HELD = new ConcurrentHashMap<>();

    private HeldSites() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        on("opener", () -> hold("socket", socket(stage)));
        on("layers", () -> hold("layered", layered(stage)));
        on("", () -> hold("nameless", begun(stage)));
        for (int i = 0; i < 3; i++) {
            int number = i;
            on("feed-" + i, () -> hold("engine-" + number, begun(stage)));
        }
        hold("unused", stage.context().createSSLEngine());
        SSLEngine closed = begun(stage);
        closed.closeOutbound();
        hold("over", closed);
        Stage.done();
    }

    private static SSLSocket socket(Stage stage) throws IOException {
        return stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
    }

    private static SSLSocket layered(Stage stage) throws IOException {
        Socket plain = new Socket(stage.host(), stage.port());
        return (SSLSocket) stage.factory().createSocket(plain, stage.host(), stage.port(), true);
    }

    private static SSLEngine begun(Stage stage) throws IOException {
        SSLEngine engine = stage.context().createSSLEngine();
        engine.setUseClientMode(true);
        engine.beginHandshake();
        return engine;
    }

    private static Void hold(String name, Object object) {
        HELD.put(name, object);
        return null;
    }

    private static void on(String thread, Callable<?> work) throws Exception {
        Exception[] thrown = new Exception[1];
        Thread worker =
                new Thread(
                        () -> {
                            try {
                                work.call();
                            } catch (Exception e) {
                                thrown[0] = e;
                            }
                        },
                        thread);
        worker.start();
        worker.join();
        if (thrown[0] != null) {
            throw thrown[0];
        }
    }
}
