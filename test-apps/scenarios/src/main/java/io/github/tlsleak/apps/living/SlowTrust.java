package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Trusts everybody, after a while. */
final class SlowTrust implements X509TrustManager {

    private SlowTrust() {}

    static SSLSocketFactory factory() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new SlowTrust()}, null);
        return context.getSocketFactory();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        Stage.sleep(2_000);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        System.out.println("ASKED");
        Stage.sleep(2_000);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
