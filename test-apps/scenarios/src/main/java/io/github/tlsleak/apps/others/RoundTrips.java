package io.github.tlsleak.apps.others;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/**
 * The program for tests with other agents: a round trip by socket, a little work, a round trip by
 * engine, and a socket that is dropped. The first two sessions are closed in order. With a fourth
 * argument it waits after the first round trip for a line on standard input, so that agents can be
 * attached then. A failure of the work goes to stderr, because an agent may forbid the work. A
 * thread called {@code event-loop} does the work, the main thread the rest.
 */
public final class RoundTrips {
    private final Stage stage;

    private RoundTrips(Stage stage) {
        this.stage = stage;
    }

    public static void main(String[] args) throws Exception {
        RoundTrips program = new RoundTrips(Stage.of(args));
        WeakReference<?> socket = program.bySocket();
        System.out.println("socket closed");
        if (args.length > 3) {
            System.out.println("READY");
            while (System.in.read() != '\n') {
                // the test attaches an agent now
            }
        }
        EngineLink.join(EngineLink.start(RoundTrips::eventLoop, "event-loop"));
        WeakReference<?> engine = program.byEngine();
        System.out.println("engine closed");
        Stage.awaitCollected(program.dropped(), socket, engine);
        System.out.println("socket dropped");
        Stage.done();
    }

    private static void eventLoop() {
        try {
            System.out.println("work " + Work.square(3));
        } catch (Error e) {
            System.err.println("event loop: " + e);
        }
    }

    private WeakReference<SSLSocket> bySocket() throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        socket.close();
        return new WeakReference<>(socket);
    }

    private WeakReference<SSLEngine> byEngine() throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        return new WeakReference<>(engine);
    }

    private WeakReference<SSLSocket> dropped() throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        return new WeakReference<>(socket);
    }
}
