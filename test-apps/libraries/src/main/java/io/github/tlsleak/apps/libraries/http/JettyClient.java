package io.github.tlsleak.apps.libraries.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

// h2-kept,h2-cancelled expect-at-most: notice

/** Jetty's client. */
public final class JettyClient extends HttpClientLibrary {

    public JettyClient() {
        super(Can.CLOSE, Can.IDLE, Can.CANCEL, Can.TIME_OUT, Can.HTTP2);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        HttpClient client = client(wanted);
        client.start();
        return new Client() {

            @Override
            public String get(String url) throws Exception {
                return request(url).send().getContentAsString();
            }

            @Override
            public Closeable start(String url) {
                Request request = request(url);
                request.send(result -> {});
                return () -> request.abort(new IOException("cancelled"));
            }

            private Request request(String url) {
                return client.newRequest(url)
                        .timeout(wanted.patienceMillis(), TimeUnit.MILLISECONDS);
            }

            @Override
            public void close() throws IOException {
                try {
                    client.stop();
                } catch (Exception e) {
                    throw new IOException(e);
                }
            }
        };
    }

    private static HttpClient client(Wanted wanted) throws Exception {
        SslContextFactory.Client factory = new SslContextFactory.Client();
        factory.setSslContext(wanted.stage.context(wanted.trusting));
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(factory);
        connector.setConnectTimeout(Duration.ofMillis(wanted.patienceMillis()));
        HttpClient client =
                new HttpClient(
                        wanted.http2
                                ? new HttpClientTransportOverHTTP2(new HTTP2Client(connector))
                                : new HttpClientTransportOverHTTP(connector));
        client.setIdleTimeout(wanted.idleMillis());
        return client;
    }
}
