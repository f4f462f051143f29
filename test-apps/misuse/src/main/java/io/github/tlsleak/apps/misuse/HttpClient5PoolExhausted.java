package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.util.Timeout;

// peer: http
// saw: eof x2
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket client x2
// expect[jdk<=18]: RESCUED leak SSLSocket client x2

/** HttpClient 5: responses not closed exhaust a pool of two, which is then abandoned. */
public final class HttpClient5PoolExhausted implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws IOException {
        CloseableHttpClient client = HttpClient5Pools.client(stage, 2);
        request(client, stage);
        request(client, stage);
        try {
            request(client, stage);
            throw MisuseStage.worked("a third request");
        } catch (ConnectionRequestTimeoutException e) {
            // no connection became free: the program makes a new client and forgets this one
        }
    }

    private static int request(CloseableHttpClient client, MisuseStage stage) throws IOException {
        HttpGet get = new HttpGet(stage.url());
        get.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofMilliseconds(200))
                        .build());
        return client.executeOpen(null, get, null).getCode();
    }
}
