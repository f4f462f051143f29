package io.github.tlsleak.apps.attach;

import java.io.IOException;

/** One TLS session as this program sees it: its own side of the talk. Used by one thread. */
interface Talk {

    /** Sends a ping and reads the pong. */
    void exchange() throws IOException;

    /** Ends TLS as a careful program does. */
    void close() throws IOException;

    /** What must be garbage for the session to be: the socket or engine. */
    Object held();
}
