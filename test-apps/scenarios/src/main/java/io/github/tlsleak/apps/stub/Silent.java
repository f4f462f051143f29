package io.github.tlsleak.apps.stub;

import java.io.IOException;

/** Reads and sends nothing. */
final class Silent implements Dialect {

    @Override
    public void open(Line line) throws IOException {
        line.tls();
    }

    @Override
    public Said answer(Line line) throws IOException {
        line.read();
        return Said.WORK;
    }
}
