package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;

// peer: server unread
// saw: nothing
// os: established
// os[provider=wildfly]: gone
// os[provider=conscrypt-descriptor]: gone
// os[provider=conscrypt|bouncycastle|own,jdk<=12]: gone
// expect: CLOSE_BLOCKED defect SSLSocket client
// expect[provider=wildfly]: none
// expect[provider=conscrypt-descriptor]: none
// expect[provider=conscrypt|bouncycastle|own,jdk<=12]: none

/**
 * One thread writes to a peer that does not read, and another one cannot close. Before JDK 13
 * sockets take no lock, so that only SunJSSE's own holds the close up.
 */
public final class CloseBlocked implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = Held.on(stage.ping(socket));
        AtomicLong written = new AtomicLong();
        Held.hanging(
                () -> {
                    while (true) {
                        ssl.getOutputStream().write(new byte[100_000]);
                        written.incrementAndGet();
                    }
                });
        Held.hanging(
                () -> {
                    for (long last = -1; last != written.get(); ) {
                        last = written.get();
                        Stage.sleep(1_000);
                    }
                    ssl.close();
                });
    }
}
