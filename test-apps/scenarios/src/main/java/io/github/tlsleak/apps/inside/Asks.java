package io.github.tlsleak.apps.inside;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** A status service that is asked over TLS: over a kept connection, and over a new one. */
final class Asks {
    private final Stage stage;
    private final SSLSocket kept;

    Asks(Stage stage) throws IOException {
        this.stage = stage;
        this.kept = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
    }

    /** Asks over both connections. May be called during another session's handshake. */
    void ask() {
        try {
            kept.getSession();
            kept.getOutputStream().write('?');
            kept.getOutputStream().flush();
            stage.ping(stage.factory().createSocket(stage.host(), stage.port())).close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() throws IOException {
        kept.close();
    }

    /** A trust manager that first asks, then trusts everybody. */
    X509TrustManager trusts() {
        return new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
                ask();
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
    }

    /** A key manager that first asks, then gives the keys of another one. */
    X509KeyManager keys(X509KeyManager keys) {
        return new X509ExtendedKeyManager() {
            @Override
            public String[] getClientAliases(String type, Principal[] issuers) {
                return keys.getClientAliases(type, issuers);
            }

            @Override
            public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
                return keys.chooseClientAlias(types, issuers, socket);
            }

            @Override
            public String[] getServerAliases(String type, Principal[] issuers) {
                return keys.getServerAliases(type, issuers);
            }

            @Override
            public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
                ask();
                return keys.chooseServerAlias(type, issuers, socket);
            }

            @Override
            public X509Certificate[] getCertificateChain(String alias) {
                return keys.getCertificateChain(alias);
            }

            @Override
            public PrivateKey getPrivateKey(String alias) {
                return keys.getPrivateKey(alias);
            }
        };
    }

    /** A matcher that first asks, then accepts any name. */
    SNIMatcher names() {
        return new SNIMatcher(0) {
            @Override
            public boolean matches(SNIServerName name) {
                ask();
                return true;
            }
        };
    }

    /**
     * A trust manager that first opens a connection, for which a proxy is looked up, then trusts
     * everybody.
     */
    X509TrustManager trustsByProxy() {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector asking =
                new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI uri) {
                        ProxySelector.setDefault(before);
                        ask();
                        return Collections.singletonList(Proxy.NO_PROXY);
                    }

                    @Override
                    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
                };
        X509TrustManager everybody = trusts();
        return new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
                ProxySelector.setDefault(asking);
                try (Socket plain = new Socket()) {
                    plain.connect(new InetSocketAddress(stage.host(), stage.port()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return everybody.getAcceptedIssuers();
            }
        };
    }
}
