package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContexts;

// peer: http
// saw: close_notify x25
// expect: CONTEXT_CHURN notice SSLContext

/** HttpClient 4.5: one client for each request, closed, but each with an SSLContext of its own. */
public final class ClientPerRequest implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws IOException, GeneralSecurityException {
        for (int i = 0; i < 25; i++) {
            try (CloseableHttpClient client = client()) {
                client.execute(new HttpGet(stage.url()));
            }
        }
    }

    private static CloseableHttpClient client() throws GeneralSecurityException {
        return HttpClients.custom()
                .setSSLContext(
                        SSLContexts.custom().loadTrustMaterial((chain, type) -> true).build())
                .setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE)
                .build();
    }
}
