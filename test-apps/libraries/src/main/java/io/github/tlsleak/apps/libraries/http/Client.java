package io.github.tlsleak.apps.libraries.http;

import java.io.Closeable;

/** A client of a library. Its close() closes the client in order, as the documentation says. */
public interface Client extends Closeable {

    /**
     * Sends a request and reads the answer to its end.
     *
     * @return the body
     * @throws Exception if there is no answer
     */
    String get(String url) throws Exception;

    /** Sends the last request of this client, for libraries that nobody can close. */
    default String getLast(String url) throws Exception {
        return get(url);
    }

    /**
     * Sends a request without waiting.
     *
     * @return cancels the request, if the library can do that
     */
    default Closeable start(String url) throws Exception {
        throw new UnsupportedOperationException();
    }
}
