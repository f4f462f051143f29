package io.github.tlsleak.apps.attach;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/**
 * Sessions that are opened, kept, closed and dropped on command. {@code old} sessions are opened at
 * the start and stay until a command names them. Their peers are kept alive for good. Used by the
 * main thread.
 */
final class Sessions {
    private static final String HOST = "127.0.0.1";

    private final SSLContext context;
    private final int port;
    private final Deque<Talk> sockets = new ArrayDeque<>();
    private final Deque<Talk> engines = new ArrayDeque<>();
    private final Deque<ChannelTalk> channels = new ArrayDeque<>();
    private final List<SSLEngine> servers = new ArrayList<>();
    private final List<Reference<?>> dropped = new ArrayList<>();

    Sessions(SSLContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /** Opens the old sessions. */
    void open(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            sockets.add(socket());
            engines.add(engine());
        }
    }

    /** Opens new sessions and forgets them. */
    void leak(boolean engine, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            drop(engine ? engine() : socket());
        }
    }

    /** Moves data on old sessions. */
    void touchOld(boolean engine, int number) throws IOException {
        Deque<Talk> rest = new ArrayDeque<>(engine ? engines : sockets);
        for (int i = 0; i < number; i++) {
            rest.remove().exchange();
        }
    }

    /** Moves data on old sessions once more and forgets them. */
    void leakOld(boolean engine, int number) throws IOException {
        touchOld(engine, number);
        for (int i = 0; i < number; i++) {
            drop((engine ? engines : sockets).remove());
        }
    }

    /** Closes old sessions in order and forgets them. */
    void closeOld(boolean engine, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            Talk talk = (engine ? engines : sockets).remove();
            talk.close();
            drop(talk);
        }
    }

    /** Opens engines over channels: old sessions of later commands. */
    void openChannels(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            SSLEngine engine = context.createSSLEngine(HOST, port);
            engine.setUseClientMode(true);
            InetSocketAddress address = new InetSocketAddress(HOST, port);
            channels.add(new ChannelTalk(new EngineLink(SocketChannel.open(address), engine)));
        }
    }

    /** Moves data on old channels once more, closes them and forgets their engines. */
    void cutOld(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            ChannelTalk talk = channels.remove();
            talk.exchange();
            talk.cut();
            drop(talk);
        }
    }

    /** Collects garbage until all dropped objects are gone. */
    void collect() {
        Stage.awaitCollected(dropped.toArray(new Reference<?>[0]));
        dropped.clear();
    }

    private void drop(Talk talk) {
        dropped.add(new WeakReference<>(talk.held()));
    }

    private Talk socket() throws IOException {
        return new SocketTalk((SSLSocket) context.getSocketFactory().createSocket(HOST, port));
    }

    private Talk engine() throws IOException {
        SSLEngine client = context.createSSLEngine("engine.example", 443);
        SSLEngine server = context.createSSLEngine();
        servers.add(server);
        return new EngineTalk(client, server);
    }
}
