package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server fin
// jvm: -Djava.net.preferIPv4Stack=true
// options: stuck=2s
// saw: nothing
// expect: PEER_CLOSED defect SSLSocket client

/** As SocketLeftUnread, without a close_notify, and with the connection in the table of IPv4. */
public final class SocketLeftUnreadIpv4 {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        Stage.done();
        socket.close();
    }
}
