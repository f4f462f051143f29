package io.github.tlsleak.apps.libraries.http;

import java.io.Closeable;

/** A client of a library. Closing it closes it in order, as the documentation says. */
public interface Client extends Closeable {

    /**
     * Asks, and reads the answer to its end.
     *
     * @return the body
     * @throws Exception if there is no answer
     */
    String get(String url) throws Exception;

    /** The same, where this must be the last request: for those that nobody can close. */
    default String getLast(String url) throws Exception {
        return get(url);
    }

    /**
     * Asks without waiting.
     *
     * @return cancels the request, if the library can do that
     */
    default Closeable start(String url) throws Exception {
        throw new UnsupportedOperationException();
    }
}
