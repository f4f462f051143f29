package io.github.tlsleak.apps.providers.own;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerOnlyTlsAuthentication;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The client's part in a handshake: records and cryptography below any JSSE provider. */
final class OwnClient extends OwnRole {

    private final boolean trusting;

    OwnClient(boolean trusting) {
        this.trusting = trusting;
    }

    @Override
    boolean isClient() {
        return true;
    }

    @Override
    TlsProtocol start() throws IOException {
        TlsClientProtocol protocol = new TlsClientProtocol();
        protocol.connect(new Handshake());
        return protocol;
    }

    @Override
    TlsProtocol start(InputStream in, OutputStream out, End end) throws IOException {
        TlsClientProtocol protocol =
                new TlsClientProtocol(in, out) {
                    @Override
                    protected void closeConnection() throws IOException {
                        end.run();
                    }
                };
        protocol.connect(new Handshake());
        return protocol;
    }

    private final class Handshake extends DefaultTlsClient {

        Handshake() {
            super(new BcTlsCrypto(new SecureRandom()));
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return versions();
        }

        @Override
        public TlsAuthentication getAuthentication() {
            return new ServerOnlyTlsAuthentication() {
                @Override
                public void notifyServerCertificate(TlsServerCertificate certificate)
                        throws TlsFatalAlert {
                    if (!trusting) {
                        throw new TlsFatalAlert(AlertDescription.bad_certificate);
                    }
                }
            };
        }

        @Override
        public void notifyHandshakeComplete() {
            completed();
        }
    }
}
