package io.github.tlsleak.apps.misuse;

import java.io.IOException;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

// peer: http
// saw: close_notify x3
// saw[jdk<=18]: any
// expect: RESCUED leak SSLSocket client x3

/**
 * HttpClient 4.5: a client a request, neither it nor the response closed. Its connection manager
 * has a finalizer.
 */
public final class HttpClient4NotClosed implements Mistake {

    @Override
    public void make(Place place) throws IOException {
        for (int i = 0; i < 3; i++) {
            status(place);
        }
    }

    private static int status(Place place) throws IOException {
        CloseableHttpClient client = HttpClients.custom().setSSLContext(place.context()).build();
        return client.execute(new HttpGet(place.url())).getStatusLine().getStatusCode();
    }
}
