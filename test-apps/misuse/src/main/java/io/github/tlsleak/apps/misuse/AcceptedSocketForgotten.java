package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLServerSocket;

// peer: client
// saw: eof x3
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket server x3
// expect[jdk<=18]: RESCUED leak SSLSocket server x3

/** SSLServerSocket: the thread that serves a connection fails before it closes its socket. */
public final class AcceptedSocketForgotten implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws IOException {
        SSLServerSocket server =
                (SSLServerSocket) stage.context().getServerSocketFactory().createServerSocket(0);
        stage.listening(server);
        for (int i = 0; i < 3; i++) {
            Socket socket = server.accept();
            Thread worker = EngineLink.start(() -> serve(socket), "worker");
            EngineLink.join(worker);
        }
        server.close();
    }

    private static void serve(Socket socket) {
        try {
            byte[] request = new byte[4];
            int count = socket.getInputStream().read(request);
            String text = new String(request, 0, count, StandardCharsets.US_ASCII);
            socket.getOutputStream().write(Integer.parseInt(text));
            socket.close();
        } catch (IOException | NumberFormatException e) {
            System.out.println("worker: " + e);
        }
    }
}
