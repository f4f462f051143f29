package io.github.tlsleak.it.peer;

import java.io.IOException;
import java.net.Socket;

/** The words that a {@link Peer} exchanges over a connection before it ends the connection. */
interface PeerTalk {

    /** The protocol to agree on in the handshake, or null. */
    default String alpn() {
        return null;
    }

    /** The plain talk before TLS. */
    default void before(Socket plain, boolean client) throws IOException {}

    /**
     * A client's first requests and their answers, or a server's part of them.
     *
     * @param last whether the other side is told that nothing more is to come
     */
    void exchange(PeerTls tls, boolean client, boolean last) throws IOException;

    /** As a server: takes a request and gives no answer. As a client: asks and does not wait. */
    void ask(PeerTls tls, boolean client) throws IOException;

    /** As a server: handles data that came after the first exchange. */
    default void more(PeerTls tls, String data) throws IOException {}
}
