package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client close_notify
// skip[provider=own]: it closes the socket below, which is not seen: LOST
// skip[provider=wildfly]: its read() does not return
// saw: eof
// saw[provider=sunjsse]: close_notify
// saw[provider=sunjsse,jdk>=19,tls=1.3]: eof
// saw[provider=sunjsse,jdk<=8,tls=1.3]: any
// saw[provider=bouncycastle]: close_notify
// expect: UNANSWERED leak SSLSocket server
// expect[provider=conscrypt-descriptor]: LOST leak SSLSocket server
// expect[provider=bouncycastle]: none
// count[provider=bouncycastle]: FAILED 1

/** The client's close_notify is read. Then the socket is forgotten. */
public final class PeerClosedDropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = stage.pong(stage.listen().accept());
        Read.toEnd(ssl);
        stage.drop(ssl);
    }
}
