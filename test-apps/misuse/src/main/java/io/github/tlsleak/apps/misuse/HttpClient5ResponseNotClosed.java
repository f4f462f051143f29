package io.github.tlsleak.apps.misuse;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

// peer: http
// saw: eof x3
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket client x3
// expect[jdk<=18]: RESCUED leak SSLSocket client x3

/** HttpClient 5: a response is not closed, and its client forgotten. */
public final class HttpClient5ResponseNotClosed implements Mistake {

    @Override
    public void make(Place place) throws IOException {
        for (int i = 0; i < 3; i++) {
            status(place);
        }
    }

    private static int status(Place place) throws IOException {
        CloseableHttpClient client = HttpClient5Pools.client(place, 5);
        return client.executeOpen(null, new HttpGet(place.url()), null).getCode();
    }
}
