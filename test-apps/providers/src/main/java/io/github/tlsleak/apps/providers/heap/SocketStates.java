package io.github.tlsleak.apps.providers.heap;

import io.github.tlsleak.apps.providers.tls.TlsProvider;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Brings sockets of one provider into every state. */
final class SocketStates {

    /** Until a thread that begins a handshake waits for its peer. */
    private static final int BEGUN_MILLIS = 300;

    private final TlsProvider provider;
    private final String tls;

    SocketStates(TlsProvider provider, String tls) {
        this.provider = provider;
        this.tls = tls;
    }

    void make() throws IOException {
        beforeHandshake();
        inHandshake();
        open();
        peerClosed();
        closed();
        broken();
        servers();
    }

    private void beforeHandshake() throws IOException {
        holdUnbound("client not connected", "client", provider.sockets(true)::createSocket);
        SocketPair pair = SocketPair.fresh(provider, tls);
        holdClient("client connected", "fresh", pair, "");
        hold("server accepted", "fresh", "server", pair.server);
    }

    private void inHandshake() throws IOException {
        SocketPair pair = SocketPair.fresh(provider, tls);
        SocketPair.serve(pair.client::startHandshake);
        SSLServerSocket listening =
                (SSLServerSocket) provider.serverSockets().createServerSocket(0);
        Socket silent = new Socket("localhost", listening.getLocalPort());
        SSLSocket server = (SSLSocket) listening.accept();
        SocketPair.serve(server::startHandshake);
        Stage.sleep(BEGUN_MILLIS);
        holdClient("client handshakes", "in handshake", pair, "");
        hold("server handshakes", "in handshake", "server", server);
        // the other sides must not be collected: that ends a connection
        HeldStates.HELD.put("silent server", pair.server);
        HeldStates.HELD.put("silent client", silent);
    }

    private void open() throws IOException {
        SocketPair pair = SocketPair.open(provider, tls);
        holdClient("client open", "open", pair, "open");
        hold("server open", "open", "server", pair.server);
        SocketPair layered = SocketPair.layered(provider, tls);
        holdClient("layered client open", "open", layered, "open");
        SocketPair without = SocketPair.layered(provider, tls);
        without.below.close();
        holdClient("layered client, transport closed", "closed", without, "");
        if (isSun()) {
            SocketPair half = SocketPair.open(provider, tls);
            half.client.shutdownOutput();
            holdClient("client output shut", "half closed", half, "");
            hold("server has not read the end", "open", "server", half.server);
        }
    }

    private boolean isSun() {
        return provider.getClass().getSimpleName().startsWith("Sun");
    }

    private void peerClosed() throws IOException {
        SocketPair byServer = SocketPair.open(provider, tls);
        byServer.server.close();
        SocketPair.readEnd(byServer.client);
        holdClient("client read the end", "peer closed", byServer, "");
        hold("server closed", "closed", "server", byServer.server);
        SocketPair byClient = SocketPair.open(provider, tls);
        byClient.client.close();
        SocketPair.readEnd(byClient.server);
        hold("server read the end", "peer closed", "server", byClient.server);
        hold("client closed", "closed", "client", byClient.client);
    }

    private void closed() throws IOException {
        SocketPair both = SocketPair.open(provider, tls);
        both.client.close();
        SocketPair.readEnd(both.server);
        both.server.close();
        hold("client closed, server too", "closed", "client", both.client);
        hold("server closed after the client", "closed", "server", both.server);
        SocketPair reading = SocketPair.open(provider, tls);
        Thread reader = SocketPair.serve(() -> reading.client.getInputStream().read());
        Stage.sleep(BEGUN_MILLIS);
        reading.client.close();
        try {
            reader.join(BEGUN_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        hold("client closed while a thread reads", "closed", "client", reading.client);
        SocketPair fresh = SocketPair.fresh(provider, tls);
        fresh.client.close();
        hold("client closed before any handshake", "closed", "client", fresh.client);
    }

    private void broken() throws IOException {
        SocketPair refused = SocketPair.refused(provider, tls);
        holdClient("client refused the certificate", "broken", refused, "");
        if (refused.serverKnows) {
            hold("server was refused", "broken", "server", refused.server);
        }
    }

    private void servers() throws IOException {
        holdUnbound("listening not bound", "", provider.serverSockets()::createServerSocket);
        hold("listening", "open", "", provider.serverSockets().createServerSocket(0));
        SSLServerSocket closed = (SSLServerSocket) provider.serverSockets().createServerSocket(0);
        closed.close();
        hold("listening closed", "closed", "", closed);
    }

    /** Makes a socket that is not bound yet. */
    private interface Making {
        Object make() throws IOException;
    }

    private static void holdUnbound(String name, String role, Making making) throws IOException {
        try {
            hold(name, "fresh", role, making.make());
        } catch (SocketException e) {
            // the factory makes bound ones only
        }
    }

    private static void hold(String name, String state, String role, Object socket) {
        HeldStates.hold("socket: " + name, state, role, socket);
    }

    /** The protocol and cipher suite are said of a session that is open. */
    private static void holdClient(String name, String state, SocketPair pair, String open) {
        boolean isOpen = !open.isEmpty();
        HeldStates.hold(
                "socket: " + name,
                state,
                "client",
                pair.host,
                pair.port,
                isOpen ? pair.client.getSession().getProtocol() : "",
                isOpen ? pair.client.getSession().getCipherSuite() : "",
                pair.client);
    }
}
