package io.github.tlsleak.apps.libraries.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** HttpsURLConnection. The JDK keeps its connections for some seconds. */
public final class UrlConnection extends HttpClientLibrary {

    public UrlConnection() {
        super(Can.CLOSE, Can.TIME_OUT);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        SSLSocketFactory factory = wanted.stage.context(wanted.trusting).getSocketFactory();
        return new Client() {

            @Override
            public String get(String url) throws IOException {
                return read(open(url));
            }

            @Override
            public String getLast(String url) throws IOException {
                HttpsURLConnection connection = open(url);
                connection.setRequestProperty("Connection", "close");
                return read(connection);
            }

            private HttpsURLConnection open(String url) throws IOException {
                HttpsURLConnection connection = (HttpsURLConnection) new URL(url).openConnection();
                connection.setSSLSocketFactory(factory);
                connection.setReadTimeout(wanted.patienceMillis());
                return connection;
            }

            /** Does nothing: the JDK closes the connections that it keeps. */
            @Override
            public void close() {}
        };
    }

    private static String read(HttpsURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            StringBuilder body = new StringBuilder();
            for (int b = in.read(); b >= 0; b = in.read()) {
                body.append((char) b);
            }
            return body.toString();
        }
    }
}
