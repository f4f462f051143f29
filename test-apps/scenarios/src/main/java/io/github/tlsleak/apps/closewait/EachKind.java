package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.wrap.DelegatingSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

/**
 * Sessions of each kind with the same peer, opened and never read: five sockets and two engines.
 * The second argument of the program is the port of the peer.
 */
public final class EachKind {
    private static final List<Object> OPEN = new ArrayList<>();

    private EachKind() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        OPEN.add(stage.ping(connect(stage)));
        OPEN.add(stage.ping(new DelegatingSocket(connect(stage))));
        Socket raw = new Socket(stage.host(), stage.port());
        OPEN.add(stage.ping(layer(stage, raw, true)));
        Socket raw2 = new Socket(stage.host(), stage.port());
        OPEN.add(stage.ping(layer(stage, raw2, false)));
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(stage.host(), stage.port()));
        OPEN.add(stage.ping(layer(stage, channel.socket(), true)));
        OPEN.add(engine(stage));
        OPEN.add(engine(stage));
        Stage.done();
    }

    private static SSLSocket connect(Stage stage) throws IOException {
        return stage.restrict(stage.factory().createSocket(stage.host(), stage.port()));
    }

    private static Socket layer(Stage stage, Socket below, boolean autoClose) throws IOException {
        return stage.factory().createSocket(below, stage.host(), stage.port(), autoClose);
    }

    private static EngineLink engine(Stage stage) throws IOException {
        return stage.connect(stage.context().createSSLEngine(stage.host(), stage.port())).ping();
    }
}
