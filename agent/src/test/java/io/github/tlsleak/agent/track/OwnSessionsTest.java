package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OwnSessionsTest {

    private final OwnSessions own = new OwnSessions();

    @Test
    void onlyAMarkedThreadMakesOwnSessions() throws Exception {
        assertThat(own.isMaking()).isFalse();
        assertThat(own.begin()).isTrue();
        assertThat(own.begin()).as("again").isFalse();
        assertThat(own.isMaking()).isTrue();
        assertThat(CompletableFuture.supplyAsync(own::isMaking).get()).isFalse();
        own.end();
        assertThat(own.isMaking()).isFalse();
    }

    @Test
    void remembersSessionsByIdentity() {
        String session = new String("a");
        own.begin();
        own.add(session);
        own.end();
        assertThat(own.has(session)).isTrue();
        assertThat(own.has(new String("a"))).isFalse();
    }
}
