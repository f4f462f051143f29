package io.github.tlsleak.apps.providers.heap;

import io.github.tlsleak.apps.providers.tls.TlsProvider;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Brings engines of one provider into every state. */
final class EngineStates {

    private static final String HOST = "db.example.org";
    private static final int PORT = 5432;

    private final TlsProvider provider;
    private final String tls;

    EngineStates(TlsProvider provider, String tls) {
        this.provider = provider;
        this.tls = tls;
    }

    void make() throws SSLException {
        beforeAndInHandshake();
        open();
        halfClosed();
        peerClosed();
        closed();
        broken();
    }

    private EngineTalk fresh(boolean trusts) {
        EngineTalk talk =
                new EngineTalk(provider.engine(trusts, HOST, PORT), provider.serverEngine());
        provider.restrict(talk.client, tls);
        provider.restrict(talk.server, tls);
        return talk;
    }

    private void beforeAndInHandshake() throws SSLException {
        EngineTalk fresh = fresh(true);
        hold("client new", "fresh", fresh.client);
        hold("server new", "fresh", fresh.server);
        EngineTalk begun = fresh(true);
        begun.hello(true);
        hold("client said hello", "in handshake", begun.client);
        hold("server read the hello", "in handshake", begun.server);
    }

    private void open() throws SSLException {
        EngineTalk open = fresh(true).open();
        hold("client open", "open", open.client);
        hold("server open", "open", open.server);
    }

    private void halfClosed() throws SSLException {
        for (boolean client : new boolean[] {true, false}) {
            EngineTalk closing = fresh(true).open();
            SSLEngine one = client ? closing.client : closing.server;
            closing.close(one);
            hold(side(client) + " closed outbound", "half closed", one);
            EngineTalk unsent = fresh(true).open();
            one = client ? unsent.client : unsent.server;
            one.closeOutbound();
            hold(side(client) + " closed outbound without wrap", "half closed", one);
        }
    }

    private static String side(boolean client) {
        return client ? "client" : "server";
    }

    private void peerClosed() throws SSLException {
        for (boolean client : new boolean[] {true, false}) {
            EngineTalk closing = fresh(true).open();
            SSLEngine one = client ? closing.client : closing.server;
            closing.close(client ? closing.server : closing.client);
            if (!closing.readAll(one)) {
                throw new SSLException("no close_notify came");
            }
            hold(side(client) + " read close_notify", "peer closed", one);
        }
    }

    private void closed() throws SSLException {
        for (boolean client : new boolean[] {true, false}) {
            EngineTalk closing = fresh(true).open();
            SSLEngine one = client ? closing.client : closing.server;
            SSLEngine other = client ? closing.server : closing.client;
            closing.close(one);
            closing.readAll(other);
            closing.close(other);
            closing.readAll(one);
            hold(side(client) + " closed first, both closed", "closed", one);
            hold(side(!client) + " closed second, both closed", "closed", other);
            EngineTalk cut = fresh(true).open();
            one = client ? cut.client : cut.server;
            endOfStream(one);
            one.closeOutbound();
            hold(side(client) + " closed at the end of the stream", "closed", one);
        }
        if (provider.getClass().getSimpleName().startsWith("Own")) {
            return;
        }
        EngineTalk fresh = fresh(true);
        fresh.client.closeOutbound();
        hold("client closed before any handshake", "closed", fresh.client);
    }

    private static void endOfStream(SSLEngine engine) {
        try {
            engine.closeInbound();
        } catch (SSLException e) {
            // no close_notify came
        }
    }

    private void broken() throws SSLException {
        EngineTalk refusing = fresh(false);
        try {
            refusing.open();
        } catch (SSLException e) {
            hold("client refused the certificate", "broken", refusing.client);
        }
        for (boolean client : new boolean[] {true, false}) {
            EngineTalk open = fresh(true).open();
            SSLEngine one = client ? open.client : open.server;
            if (!open.readsGarbage(one)) {
                throw new SSLException("garbage was taken");
            }
            hold(side(client) + " read garbage", "broken", one);
        }
    }

    private void hold(String name, String state, SSLEngine engine) {
        boolean client = engine.getUseClientMode();
        boolean isOpen = state.equals("open");
        HeldStates.hold(
                "engine: " + name,
                state,
                side(client),
                client ? HOST : "",
                client ? PORT : 0,
                isOpen ? engine.getSession().getProtocol() : "",
                isOpen ? engine.getSession().getCipherSuite() : "",
                engine);
    }
}
