package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.conscrypt.ApplicationProtocolSelector;
import org.conscrypt.Conscrypt;
import org.conscrypt.OpenSSLProvider;

// library: Conscrypt (Jetty)
// bad: conscrypt-2.2.1
// good: conscrypt-2.4.0
// link: https://github.com/google/conscrypt/issues/711
// what: engine of a server with a selector of protocols
// peer: none
// os: Linux amd64
// holds: org.conscrypt.ApplicationProtocolSelectorAdapter.engine

/** A server that selects the protocol by code of its own, as Jetty does, and ends connections. */
public final class ConscryptSelector implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws Exception {
        stage.keepsSessions();
        stage.countsAlone();
        SSLEngine engine =
                Keys.init(SSLContext.getInstance("TLS", new OpenSSLProvider())).createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
        Conscrypt.setApplicationProtocolSelector(engine, new Selector());
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(stage.host(), 0));
            int port = listener.socket().getLocalPort();
            Thread client = EngineLink.start(() -> connect(stage, port), "client");
            try (SocketChannel channel = listener.accept()) {
                EngineLink link = new EngineLink(channel, engine);
                link.handshake();
                engine.closeOutbound();
                link.flush();
            }
            EngineLink.join(client);
        }
    }

    /** Stays until the server goes. */
    private static void connect(BugStage stage, int port) {
        try (Socket socket = stage.context().getSocketFactory().createSocket(stage.host(), port)) {
            while (socket.getInputStream().read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Selector extends ApplicationProtocolSelector {

        @Override
        public String selectApplicationProtocol(SSLEngine engine, List<String> protocols) {
            return null;
        }

        @Override
        public String selectApplicationProtocol(SSLSocket socket, List<String> protocols) {
            return null;
        }
    }
}
