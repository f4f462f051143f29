package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;

/** One request by HttpsURLConnection, used as its documentation says. */
final class UrlCall {
    private UrlCall() {}

    /** Must be the first TLS use of the program, because a system property sets the version. */
    static void prepare(Stage stage) {
        System.setProperty("jdk.tls.client.protocols", stage.protocols()[0]);
        HttpsURLConnection.setDefaultSSLSocketFactory(stage.factory());
    }

    /** Reads the answer to its end, so that the connection can be kept for the next request. */
    static HttpsURLConnection get(Stage stage) throws IOException {
        URL url = new URL("https://" + stage.host() + ":" + stage.port() + "/");
        HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
        try (InputStream in = connection.getInputStream()) {
            while (in.read() != -1) {
                // the content of the body is not needed
            }
        }
        return connection;
    }
}
