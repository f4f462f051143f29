package io.github.tlsleak.apps.providers.own;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import javax.net.ssl.SSLSession;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerOnlyTlsAuthentication;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The client's part in a handshake: records and cryptography below any JSSE provider. */
final class OwnClient extends DefaultTlsClient {

    private final boolean trusting;
    private String version = "TLSv1.3";
    private volatile boolean complete;

    OwnClient(boolean trusting) {
        super(new BcTlsCrypto(new SecureRandom()));
        this.trusting = trusting;
    }

    /** The only version. */
    void restrict(String[] protocols) {
        version = protocols[0];
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return (version.equals("TLSv1.3") ? ProtocolVersion.TLSv13 : ProtocolVersion.TLSv12).only();
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
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    SSLSession session() {
        return (SSLSession)
                Proxy.newProxyInstance(
                        OwnClient.class.getClassLoader(),
                        new Class<?>[] {SSLSession.class},
                        (proxy, method, arguments) -> answer(method));
    }

    private Object answer(Method method) {
        if (method.getName().equals("getProtocol")) {
            return version;
        }
        Class<?> type = method.getReturnType();
        return type == String.class ? "UNKNOWN" : type == int.class ? (Object) (-1) : null;
    }
}
