package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Request;

// peer: http
// options: threshold=2s
// saw: nothing x3
// expect: OPEN notice SSLSocket client x3

/**
 * OkHttp: responses are held and never closed. If a response is forgotten, OkHttp itself closes the
 * connection after some minutes.
 */
public final class OkHttpBodyNotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws IOException, GeneralSecurityException {
        OkHttpClient client =
                new OkHttpClient.Builder().sslSocketFactory(stage.factory(), trusting()).build();
        for (int i = 0; i < 3; i++) {
            stage.keep(client.newCall(new Request.Builder().url(stage.url()).build()).execute());
        }
    }

    private static X509TrustManager trusting() throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
