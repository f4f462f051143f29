package io.github.tlsleak.it.peer;

import java.io.IOException;
import java.net.Socket;

/** What a {@link Peer} says over a connection, whatever it does with that afterwards. */
interface PeerTalk {

    /** The protocol to agree on in the handshake, or null. */
    default String alpn() {
        return null;
    }

    /** What comes before TLS, on the plain connection. */
    default void before(Socket plain, boolean client) throws IOException {}

    /**
     * A client's first requests with the answers to them, or a server's part in one.
     *
     * @param last whether the other side is told that nothing more is to come
     */
    void exchange(PeerTls tls, boolean client, boolean last) throws IOException;

    /** As a server: takes a request and answers nothing; as a client: asks and does not wait. */
    void ask(PeerTls tls, boolean client) throws IOException;

    /** As a server: more data came after the first exchange. */
    default void more(PeerTls tls, String data) throws IOException {}
}
