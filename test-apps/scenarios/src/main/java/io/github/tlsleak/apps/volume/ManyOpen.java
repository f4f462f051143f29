package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * That many pairs of engines as the fourth argument says, established and kept. All are closed when
 * standard input ends. Tests of other tools look at these sessions; no peer.
 */
public final class ManyOpen {
    private ManyOpen() {}

    public static void main(String[] args) throws IOException {
        Stage stage = Stage.of(args);
        SSLContext context = stage.context();
        List<SSLEngine> open = new ArrayList<>();
        for (int i = Integer.parseInt(args[3]); i > 0; i--) {
            SSLEngine client = context.createSSLEngine("localhost", 4433);
            SSLEngine server = context.createSSLEngine();
            client.setEnabledProtocols(stage.protocols());
            new EnginePair(client, server).handshake();
            open.add(client);
            open.add(server);
        }
        Stage.done();
        for (SSLEngine engine : open) {
            EnginePair.close(engine);
        }
    }
}
