package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

// peer: http
// saw: eof x3
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket client x3
// expect[jdk<=18]: RESCUED leak SSLSocket client x3

/** HttpClient 5: a response is not closed, and its client forgotten. */
public final class HttpClient5ResponseNotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws IOException {
        for (int i = 0; i < 3; i++) {
            status(stage);
        }
    }

    private static int status(MisuseStage stage) throws IOException {
        CloseableHttpClient client = HttpClient5Pools.client(stage, 5);
        return client.executeOpen(null, new HttpGet(stage.url()), null).getCode();
    }
}
