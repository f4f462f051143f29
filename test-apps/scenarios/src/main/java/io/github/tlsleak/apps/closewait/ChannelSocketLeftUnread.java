package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.Stage;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;

// peer: server closed
// options: stuck=2s
// saw: nothing
// expect: PEER_CLOSED defect SSLSocket client

/** As LayeredLeftUnread; the socket below belongs to a channel. */
public final class ChannelSocketLeftUnread {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(stage.host(), stage.port()));
        SSLSocket socket =
                stage.ping(
                        stage.factory()
                                .createSocket(channel.socket(), stage.host(), stage.port(), true));
        Stage.done();
        socket.close();
    }
}
