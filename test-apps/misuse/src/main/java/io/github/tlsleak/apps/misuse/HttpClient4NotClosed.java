package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

// peer: http
// saw: close_notify x3
// saw[jdk<=18]: any
// expect: RESCUED leak SSLSocket client x3

/**
 * HttpClient 4.5: one client for each request, neither it nor the response closed. Its connection
 * manager has a finalizer.
 */
public final class HttpClient4NotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws IOException {
        for (int i = 0; i < 3; i++) {
            status(stage);
        }
    }

    private static int status(MisuseStage stage) throws IOException {
        CloseableHttpClient client = HttpClients.custom().setSSLContext(stage.context()).build();
        return client.execute(new HttpGet(stage.url())).getStatusLine().getStatusCode();
    }
}
