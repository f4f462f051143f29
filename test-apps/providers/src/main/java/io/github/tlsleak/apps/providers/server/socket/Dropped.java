package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client await
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: eof
// saw[provider=sunjsse,jdk>=9,jdk<=18]: close_notify
// saw[provider=sunjsse,jdk<=8]: any
// expect: LOST leak SSLSocket server
// expect[provider=sunjsse,jdk<=18]: RESCUED leak SSLSocket server

/** Accepted, answered, then forgotten. */
public final class Dropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = stage.pong(stage.listen().accept());
        stage.drop(ssl);
    }
}
