package io.github.tlsleak.apps.misuse;

import java.io.IOException;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;

// peer: http
// saw: eof x3
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket client x3
// expect[jdk<=18]: RESCUED leak SSLSocket client x3

/** HttpsURLConnection: reads the first byte of a body, and neither closes nor drains it. */
public final class UrlConnectionBodyNotRead implements Mistake {

    @Override
    public void make(Place place) throws IOException {
        for (int i = 0; i < 3; i++) {
            firstByte(place);
        }
    }

    private static int firstByte(Place place) throws IOException {
        HttpsURLConnection c = (HttpsURLConnection) new URL(place.url()).openConnection();
        c.setSSLSocketFactory(place.sockets());
        return c.getInputStream().read();
    }
}
