package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.time.Duration;

// library: jnats
// bad: jnats-2.4.2
// good: jnats-2.4.3
// link: https://github.com/nats-io/nats.java/pull/225
// what: handshake that the server never answers, in spite of the connection timeout
// peer: nats_deaf
// saw[jdk<=8]: eof x5
// count[jdk<=8]: CLOSED 0
// owner: application
// frame: io.nats.client.impl.SocketDataPort.upgradeToSecure
// options: stuck=6s
// expect: STUCK defect SSLSocket client x5
// holds: io.nats.client.impl.SocketDataPort.sslSocket

/**
 * A connection to a server that asks for TLS and then says nothing. The timeout is three seconds.
 */
public final class NatsNotAnswered implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) {
        Options options =
                new Options.Builder()
                        .server("nats://" + stage.host() + ":" + stage.port())
                        .sslContext(stage.context())
                        .connectionTimeout(Duration.ofSeconds(3))
                        .maxReconnects(0)
                        .build();
        Unanswered.start(stage, () -> Nats.connect(options));
    }
}
