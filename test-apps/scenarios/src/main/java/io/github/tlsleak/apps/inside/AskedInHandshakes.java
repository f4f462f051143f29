package io.github.tlsleak.apps.inside;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.wrap.DelegatingSocket;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

// peer: server await
// saw: any
// expect[jdk<=18]: RESCUED leak SSLSocket client x4
// expect[jdk<=18]: RESCUED leak SSLSocket server x2
// expect[jdk>=19]: LOST leak SSLSocket client x4
// expect[jdk>=19]: LOST leak SSLSocket server x2

/**
 * During the handshakes of these sockets another TLS connection is used: by a trust manager, a
 * listener, a proxy selector, below a wrapper, and on the server's side by a key manager and a
 * matcher of names. The sockets are dropped. The inner connections are sessions of their own,
 * closed in order.
 */
public final class AskedInHandshakes {
    private final Stage stage;
    private final Asks asks;
    private final List<SSLSocket> others = new ArrayList<>();

    private AskedInHandshakes(Stage stage) throws IOException {
        this.stage = stage;
        this.asks = new Asks(stage);
    }

    public static void main(String[] args) throws Exception {
        AskedInHandshakes all = new AskedInHandshakes(Stage.of(args));
        Stage.awaitCollected(all.sessions().toArray(new WeakReference<?>[0]));
        for (SSLSocket other : all.others) {
            other.close();
        }
        all.asks.close();
        Stage.done();
    }

    private List<WeakReference<SSLSocket>> sessions() throws Exception {
        List<WeakReference<SSLSocket>> dropped = new ArrayList<>();
        dropped.add(new WeakReference<>(stage.ping(client(asks.trusts()))));
        dropped.add(new WeakReference<>(stage.ping(client(asks.trustsByProxy()))));
        dropped.add(
                new WeakReference<>(
                        stage.ping(new DelegatingSocket(stage.restrict(client(asks.trusts()))))));
        dropped.add(listening());
        dropped.add(served(asking(), null));
        dropped.add(served(stage.context(), asks.names()));
        return dropped;
    }

    private SSLSocket client(X509TrustManager trust) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        return (SSLSocket) context.getSocketFactory().createSocket(stage.host(), stage.port());
    }

    private WeakReference<SSLSocket> listening() throws Exception {
        SSLSocket socket = (SSLSocket) stage.factory().createSocket(stage.host(), stage.port());
        CountDownLatch told = new CountDownLatch(1);
        socket.addHandshakeCompletedListener(
                event -> {
                    asks.ask();
                    told.countDown();
                });
        stage.ping(socket);
        told.await();
        return new WeakReference<>(socket);
    }

    private SSLContext asking() throws Exception {
        X509KeyManager keys = (X509KeyManager) Keys.keys().getKeyManagers()[0];
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {asks.keys(keys)}, null, null);
        return context;
    }

    private WeakReference<SSLSocket> served(SSLContext context, SNIMatcher matcher)
            throws Exception {
        try (SSLServerSocket server =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0)) {
            if (matcher != null) {
                SSLParameters parameters = server.getSSLParameters();
                parameters.setSNIMatchers(Collections.singletonList(matcher));
                server.setSSLParameters(parameters);
            }
            Thread client = EngineLink.start(() -> connect(server.getLocalPort()), "client");
            SSLSocket socket = stage.pong(server.accept());
            EngineLink.join(client);
            return new WeakReference<>(socket);
        }
    }

    private void connect(int port) {
        try {
            SSLSocket socket = (SSLSocket) stage.factory().createSocket(stage.host(), port);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(Collections.singletonList(new SNIHostName("a.example")));
            socket.setSSLParameters(parameters);
            others.add(stage.ping(socket));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
