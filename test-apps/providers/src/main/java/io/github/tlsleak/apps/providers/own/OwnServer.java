package io.github.tlsleak.apps.providers.own;

import io.github.tlsleak.apps.support.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The server's part in a handshake. */
final class OwnServer extends OwnRole {

    private static final int[] SUITES = {
        CipherSuite.TLS_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    };

    @Override
    boolean isClient() {
        return false;
    }

    @Override
    TlsProtocol start() throws IOException {
        TlsServerProtocol protocol = new TlsServerProtocol();
        protocol.accept(new Handshake());
        return protocol;
    }

    @Override
    TlsProtocol start(InputStream in, OutputStream out, End end) throws IOException {
        TlsServerProtocol protocol =
                new TlsServerProtocol(in, out) {
                    @Override
                    protected void closeConnection() throws IOException {
                        end.run();
                    }
                };
        protocol.accept(new Handshake());
        return protocol;
    }

    private final class Handshake extends DefaultTlsServer {

        private final BcTlsCrypto own;

        Handshake() {
            this(new BcTlsCrypto(new SecureRandom()));
        }

        private Handshake(BcTlsCrypto crypto) {
            super(crypto);
            own = crypto;
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return versions();
        }

        @Override
        protected int[] getSupportedCipherSuites() {
            return SUITES.clone();
        }

        @Override
        public TlsCredentials getCredentials() throws IOException {
            try {
                KeyStore store = Keys.store();
                String alias = store.aliases().nextElement();
                byte[] key = store.getKey(alias, Keys.PASSWORD.toCharArray()).getEncoded();
                return new BcDefaultTlsCredentialedSigner(
                        new TlsCryptoParameters(context),
                        own,
                        PrivateKeyFactory.createKey(key),
                        chain(store.getCertificate(alias).getEncoded()),
                        SignatureAndHashAlgorithm.getInstance(
                                HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        }

        private Certificate chain(byte[] encoded) throws IOException {
            TlsCertificate certificate = new BcTlsCertificate(own, encoded);
            return TlsUtils.isTLSv13(context)
                    ? new Certificate(
                            TlsUtils.EMPTY_BYTES,
                            new CertificateEntry[] {new CertificateEntry(certificate, null)})
                    : new Certificate(new TlsCertificate[] {certificate});
        }

        @Override
        public void notifyHandshakeComplete() throws IOException {
            super.notifyHandshakeComplete();
            completed();
        }
    }
}
