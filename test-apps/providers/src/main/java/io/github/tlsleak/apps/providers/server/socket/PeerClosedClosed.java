package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client close_notify
// skip[provider=wildfly]: its read() does not return
// saw: close_notify
// expect: none
// count: CLOSED 1

/** The client's close_notify is read. Then the socket is closed. */
public final class PeerClosedClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = stage.pong(stage.listen().accept());
        Read.toEnd(ssl);
        ssl.close();
        stage.drop(ssl);
    }
}
