package io.github.tlsleak.apps.soak;

import static io.github.tlsleak.apps.soak.Way.defect;
import static io.github.tlsleak.apps.soak.Way.leak;
import static io.github.tlsleak.apps.soak.Way.notice;

import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Engines in memory that one side forgets, or ends wrongly. Stateless. */
final class EngineMistakes {

    static final List<Way> ALL =
            List.of(
                    leak(EngineMistakes.class, "dropped", "LOST", EngineMistakes::dropped),
                    leak(EngineMistakes.class, "dropped13", "LOST", EngineMistakes::dropped13),
                    leak(EngineMistakes.class, "server", "LOST", EngineMistakes::server),
                    leak(EngineMistakes.class, "datagrams", "LOST", EngineMistakes::datagrams),
                    defect(EngineMistakes.class, "unsent", "UNSENT", EngineMistakes::unsent),
                    defect(
                            EngineMistakes.class,
                            "unanswered",
                            "UNANSWERED",
                            EngineMistakes::unanswered),
                    notice(
                            EngineMistakes.class,
                            "unanswered13",
                            "UNANSWERED",
                            EngineMistakes::unanswered13),
                    notice(EngineMistakes.class, "begun", "ABANDONED", EngineMistakes::begun));

    private static final int PORT = 443;
    private static final int PORT_13 = 444;
    private static final String[] TLS_12 = {"TLSv1.2"};
    private static final String[] TLS_13 = {"TLSv1.3"};

    private EngineMistakes() {}

    private static int dropped(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = otherSide(wire);
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        wire.memory.close(server);
        return 2;
    }

    private static int dropped13(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT_13);
        SSLEngine server = otherSide(wire);
        client.setEnabledProtocols(TLS_13);
        wire.memory.handshake(client, server);
        wire.memory.close(server);
        return 2;
    }

    private static int server(Wire wire) throws SSLException {
        SSLEngine client = otherClient(wire);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        wire.memory.handshake(client, server);
        wire.memory.close(client);
        return 2;
    }

    private static int datagrams(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.dtls.createSSLEngine(wire.host, PORT);
        SSLEngine server = otherDatagramSide(wire);
        wire.memory.handshake(client, server);
        wire.memory.close(server);
        return 2;
    }

    private static int unsent(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = otherSide(wire);
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        client.closeOutbound();
        wire.memory.close(server);
        return 2;
    }

    private static int unanswered(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = otherSide(wire);
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        wire.memory.closeTo(server, client);
        return 2;
    }

    private static int unanswered13(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT_13);
        SSLEngine server = otherSide(wire);
        client.setEnabledProtocols(TLS_13);
        wire.memory.handshake(client, server);
        wire.memory.closeTo(server, client);
        return 2;
    }

    private static int begun(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        client.setUseClientMode(true);
        client.beginHandshake();
        if (wire.memory.wrap(client) == 0) {
            throw new SSLException("no ClientHello");
        }
        return 1;
    }

    private static SSLEngine otherSide(Wire wire) {
        return wire.contexts.trusting.createSSLEngine();
    }

    private static SSLEngine otherDatagramSide(Wire wire) {
        return wire.contexts.dtls.createSSLEngine();
    }

    private static SSLEngine otherClient(Wire wire) {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        client.setEnabledProtocols(TLS_12);
        return client;
    }
}
