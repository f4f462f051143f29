package io.github.tlsleak.apps.libraries.http;

/** A server of a library that listens on 127.0.0.1 and answers every request with ok. */
public interface Running {

    int port();

    /** Stops the server as the documentation says. Running requests may end. */
    void stop() throws Exception;
}
