package io.github.tlsleak.apps.stub;

import java.io.IOException;

/** As much of the server's side of a protocol as clients need to get to work. */
public interface Dialect {

    /** Up to where a client can do its work: greeting, TLS, login. */
    void open(Line line) throws IOException;

    /** Reads one request and answers it. */
    Said answer(Line line) throws IOException;
}
