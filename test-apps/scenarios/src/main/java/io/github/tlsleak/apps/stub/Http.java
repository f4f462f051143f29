package io.github.tlsleak.apps.stub;

import java.io.IOException;

/** After each request it begins to send a long body, and never ends it. */
final class Http implements Dialect {

    private static final int ANNOUNCED = 1_000_000;

    @Override
    public void open(Line line) throws IOException {
        line.tls();
    }

    @Override
    public Said answer(Line line) throws IOException {
        while (!line.text().isEmpty()) {
            continue;
        }
        line.text("HTTP/1.1 200 OK\r\nContent-Length: " + ANNOUNCED + "\r\n\r\nthe beginning");
        return Said.WORK;
    }
}
