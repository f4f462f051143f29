package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.net.Socket;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import javax.rmi.ssl.SslRMIClientSocketFactory;

// library: RMI of the JDK
// bad: JDK
// good: JDK
// mended: with a timeout of the socket factory's own
// link: https://bugs.openjdk.org/browse/JDK-8189338
// what: handshake that the server never answers, in spite of the handshake timeout
// peer: deaf
// saw[jdk<=8]: fatal x5
// count[jdk<=8]: CLOSED 0
// owner: application
// frame: javax.rmi.ssl.SslRMIClientSocketFactory.createSocket
// options: stuck=6s
// expect[jdk<=18]: STUCK defect SSLSocket client x5
// expect[jdk>=19]: none
// holds: sun.rmi.transport.tcp.TCPChannel.createConnection

/** A look-up in a registry that says nothing. The timeout is a second. */
public final class RmiNotAnswered implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws IOException {
        System.setProperty("sun.rmi.transport.tcp.handshakeTimeout", "1000");
        SslRMIClientSocketFactory factory =
                stage.isMended() ? new WithTimeout() : new SslRMIClientSocketFactory();
        Registry registry = LocateRegistry.getRegistry(stage.host(), stage.port(), factory);
        Unanswered.start(stage, registry::list);
    }

    private static final class WithTimeout extends SslRMIClientSocketFactory {

        private static final long serialVersionUID = 1;

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            Socket socket = super.createSocket(host, port);
            socket.setSoTimeout(1_000);
            return socket;
        }
    }
}
