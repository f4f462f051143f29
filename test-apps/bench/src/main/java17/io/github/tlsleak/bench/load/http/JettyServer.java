package io.github.tlsleak.bench.load.http;

import io.github.tlsleak.bench.load.Tls;
import java.nio.ByteBuffer;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty's server. It speaks HTTP/1.1 and HTTP/2. */
final class JettyServer implements LoopbackServer {

    @Override
    public int start(String protocol) throws Exception {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(Tls.context());
        HttpConfiguration http = new HttpConfiguration();
        http.setIdleTimeout(0);
        http.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        Server server = new Server();
        ServerConnector connector;
        if (protocol.equals("h2")) {
            ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2");
            HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
            http2.setStreamIdleTimeout(0);
            connector =
                    new ServerConnector(
                            server,
                            new SslConnectionFactory(factory, alpn.getProtocol()),
                            alpn,
                            http2);
        } else {
            connector =
                    new ServerConnector(
                            server, new SslConnectionFactory(factory, http1.getProtocol()), http1);
        }
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(0);
        server.addConnector(connector);
        server.setHandler(new Ok());
        server.start();
        return connector.getLocalPort();
    }

    /** Answers every request. */
    private static final class Ok extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 2);
            response.write(true, ByteBuffer.wrap(new byte[] {'O', 'K'}), callback);
            return true;
        }
    }
}
