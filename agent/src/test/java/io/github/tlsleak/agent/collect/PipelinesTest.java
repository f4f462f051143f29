package io.github.tlsleak.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.process.Endpoints;
import io.github.tlsleak.agent.process.TcpEndpoint;
import io.github.tlsleak.agent.process.TcpTables;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.Origin;
import io.github.tlsleak.agent.track.MadeUpStack;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import java.io.File;
import org.junit.jupiter.api.Test;

class PipelinesTest {

    private static final String LETTUCE = "ssl (SslHandler), io.lettuce.core.CommandHandler";

    private final Tracking tracking = new Tracking();
    private final Reads reads = new Reads();
    private final Pipelines pipelines =
            new Pipelines(
                    new ConnectionStates(
                            tracking.tracker, reads, new TcpTables(new File("none"), 1)));
    private final Object channel = new Object();
    private final Object engine = new Object();

    /** What is read of a channel. */
    private static final class Reads implements Endpoints {
        private String handlers = LETTUCE;
        private int count;

        @Override
        public TcpEndpoint of(Object transport) {
            return null;
        }

        @Override
        public String pipeline(Object transport) {
            count++;
            return handlers;
        }
    }

    private CallStack site(long hash, String className) {
        StackTraceElement[] stack = {MadeUpStack.element(className, "run", 1)};
        return tracking.sites.add(hash, stack, 64, false);
    }

    private Session session(CallStack site, Resource resource) {
        return new Session(engine, null, new Origin(site, resource, "Engine"), 0);
    }

    private Session over(CallStack site, Object transport) {
        return Tracking.over(session(site, Resource.SSL_ENGINE), transport);
    }

    @Test
    void aLiveChannelShowsItsOwn() {
        CallStack loop = site(1, "io.netty.channel.nio.NioEventLoop");
        assertThat(pipelines.of(over(loop, channel), 1)).isEqualTo(LETTUCE);
        // later findings repeat what is known
        reads.handlers = "other";
        assertThat(pipelines.of(over(loop, channel), 2)).isEqualTo(LETTUCE);
        assertThat(reads.count).isEqualTo(1);
        assertThat(pipelines.of(over(loop, channel), 0)).isEqualTo("other");
    }

    @Test
    void theSiteRemembersForTheDead() {
        CallStack loop = site(2, "io.netty.channel.nio.NioEventLoop");
        pipelines.look(over(loop, channel));
        pipelines.look(over(loop, channel));
        assertThat(reads.count).isEqualTo(1);
        assertThat(pipelines.of(session(loop, Resource.SSL_ENGINE), 1)).isEqualTo(LETTUCE);
    }

    @Test
    void onlyEnginesWithoutTheApplicationAreLookedAt() {
        CallStack own = site(3, "com.acme.Client");
        assertThat(pipelines.of(over(own, channel), 1)).isNull();
        CallStack loop = site(4, "io.netty.channel.nio.NioEventLoop");
        assertThat(pipelines.of(session(loop, Resource.SSL_SOCKET), 1)).isNull();
        assertThat(reads.count).isZero();
    }

    @Test
    void looksInVainAreBounded() {
        reads.handlers = null;
        CallStack loop = site(5, "io.netty.channel.epoll.EpollEventLoop");
        for (int i = 0; i < 1000; i++) {
            pipelines.look(over(loop, channel));
        }
        assertThat(reads.count).isBetween(1, 100);
        assertThat(pipelines.of(over(loop, channel), 1)).isNull();
    }
}
