package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

// library: Jetty server
// bad: jetty-9.4.48
// good: jetty-9.4.48
// mended: with an idle timeout of 1 s
// link: https://github.com/jetty/jetty.project/issues/11256
// what: handshake that the client does not go on with, for the idle timeout of 10 min
// peer: none
// owner: library
// frame: org.eclipse.jetty.util.ssl.SslContextFactory.newSSLEngine
// options: stuck=6s
// expect: STUCK defect SSLEngine server x5

/** A server whose clients fall silent after their ClientHello. */
public final class JettyHalfHandshake implements Situation<BugStage> {

    private ServerConnector connector;

    @Override
    public void play(BugStage stage) throws Exception {
        if (connector == null) {
            stage.keepsSessions();
            stage.countsAlone();
            connector = start(stage.isMended() ? 1_000 : 600_000);
        }
        SilentClient.sayHello(stage.host(), connector.getLocalPort());
    }

    private static ServerConnector start(int idleMillis) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(8, 8);
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, ssl());
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(idleMillis);
        server.addConnector(connector);
        server.start();
        return connector;
    }

    private static SslContextFactory.Server ssl() throws GeneralSecurityException {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setSslContext(BugStage.init(SSLContext.getInstance("TLS")));
        return ssl;
    }
}
