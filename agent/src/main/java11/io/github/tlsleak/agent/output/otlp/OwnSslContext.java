package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.agent.track.OwnSessions;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The exporter's own context. It is made when the first engine is needed, so that an exporter
 * without TLS does without, and the JDK's default context, which is the application's, is never
 * made. Its engines are the agent's own. Thread-safe.
 */
final class OwnSslContext extends SSLContext {

    /** The JDK's own provider, whatever the application has put before it. */
    private static final String PROVIDER = "SunJSSE";

    private OwnSslContext(SSLContextSpi spi) {
        super(spi, null, "TLS");
    }

    /**
     * A context.
     *
     * @param given with certificates from the configuration; null for the JVM's trust store
     * @param own takes its engines out
     */
    static SSLContext of(@Nullable SSLContext given, OwnSessions own) {
        return new OwnSslContext(new Spi(given, own));
    }

    /** What the context does; the JDK asks for engines and parameters only. */
    private static final class Spi extends SSLContextSpi {

        private final OwnSessions own;

        /** Null until needed; guarded by this. */
        private @Nullable SSLContext context;

        Spi(@Nullable SSLContext given, OwnSessions own) {
            this.context = given;
            this.own = own;
        }

        private synchronized SSLContext context() {
            if (context == null) {
                context = asOwn(Spi::fresh);
            }
            return context;
        }

        private static SSLContext fresh() {
            try {
                SSLContext fresh = SSLContext.getInstance("TLS", PROVIDER);
                fresh.init(null, null, null);
                return fresh;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no TLS for the collector: " + e.getMessage(), e);
            }
        }

        private <T> T asOwn(Supplier<T> maker) {
            boolean begun = own.begin();
            try {
                return maker.get();
            } finally {
                if (begun) {
                    own.end();
                }
            }
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            SSLContext made = context();
            return asOwn(made::createSSLEngine);
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            SSLContext made = context();
            return asOwn(() -> made.createSSLEngine(host, port));
        }

        /** Asked for when the client is made, with and without TLS. */
        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"});
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return engineGetDefaultSSLParameters();
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] keys,
                TrustManager @Nullable [] trust,
                @Nullable SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("initialised already");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return context().getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return context().getServerSocketFactory();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return context().getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return context().getClientSessionContext();
        }
    }
}
