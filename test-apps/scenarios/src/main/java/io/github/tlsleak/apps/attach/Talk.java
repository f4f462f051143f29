package io.github.tlsleak.apps.attach;

import java.io.IOException;

/** One side of a TLS session. Used by one thread. */
interface Talk {

    /** Sends a ping and reads the pong. */
    void exchange() throws IOException;

    /** Ends TLS as a careful program does. */
    void close() throws IOException;

    /** The socket or engine. The session can be collected once this object is garbage. */
    Object held();
}
