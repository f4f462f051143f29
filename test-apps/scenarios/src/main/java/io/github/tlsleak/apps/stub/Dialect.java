package io.github.tlsleak.apps.stub;

import java.io.IOException;

/** The server's side of a protocol, as far as clients need it to do their work. */
public interface Dialect {

    /** Talks up to the point where a client can do its work: greeting, TLS, login. */
    void open(Line line) throws IOException;

    /** Reads one request and answers it. */
    Said answer(Line line) throws IOException;
}
