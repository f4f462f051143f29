package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server closed
// saw: nothing
// saw[provider=bouncycastle|own]: close_notify
// os: close_wait
// os[provider=bouncycastle|own]: gone
// expect: PEER_CLOSED defect SSLSocket client
// expect[provider=bouncycastle|own]: none

/**
 * The program reads the end of the stream, and keeps the socket, which Bouncy Castle has closed.
 */
public final class PeerClosedRead implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = Held.on(stage.ping(socket));
        Read.toEnd(ssl);
    }
}
