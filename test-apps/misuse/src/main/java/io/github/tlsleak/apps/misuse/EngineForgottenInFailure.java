package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;

// peer: http
// saw: eof x3
// expect: UNDERCUT defect SSLEngine client x3

/** SSLEngine: reading an answer fails, the channel is closed in finally, the engine forgotten. */
public final class EngineForgottenInFailure implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws IOException {
        for (int i = 0; i < 3; i++) {
            try {
                ask(stage);
                throw MisuseStage.worked("reading");
            } catch (NumberFormatException e) {
                // the server's answer is not the expected one
            }
        }
    }

    private static int ask(MisuseStage stage) throws IOException {
        SSLEngine engine = stage.context().createSSLEngine("localhost", stage.port());
        EngineLink link = stage.connect(engine);
        SocketChannel channel = link.channel();
        try {
            link.handshake();
            link.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return Integer.parseInt(link.receive());
        } finally {
            channel.close();
        }
    }
}
