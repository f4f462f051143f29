package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;

// peer: http
// saw: eof x3
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket client x3
// expect[jdk<=18]: RESCUED leak SSLSocket client x3

/** HttpsURLConnection: reads the first byte of a body, and neither closes nor drains it. */
public final class UrlConnectionBodyNotRead implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws IOException {
        for (int i = 0; i < 3; i++) {
            firstByte(stage);
        }
    }

    private static int firstByte(MisuseStage stage) throws IOException {
        HttpsURLConnection c = (HttpsURLConnection) new URL(stage.url()).openConnection();
        c.setSSLSocketFactory(stage.factory());
        return c.getInputStream().read();
    }
}
