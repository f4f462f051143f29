package io.github.tlsleak.apps.libraries.http;

import io.github.tlsleak.apps.support.Keys;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** The server of Reactor Netty. */
public final class ReactorServer extends HttpServerLibrary {

    @Override
    protected Running start(Wanted wanted) throws Exception {
        Http2SslContextSpec context =
                Http2SslContextSpec.forServer(Keys.keys())
                        .configure(builder -> builder.sslProvider(SslProvider.JDK));
        LoopResources loops = LoopResources.create("server", 1, true);
        ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        DisposableServer server =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .runOn(loops)
                        // the server closes the connections of this group; without it they are not
                        // closed in order
                        .channelGroup(open)
                        .protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                        .idleTimeout(Duration.ofMillis(wanted.idleMillis()))
                        .secure(spec -> spec.sslContext(context))
                        .handle((request, response) -> response.sendString(Mono.just("ok")))
                        .bindNow();
        return new Running() {

            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void stop() {
                server.disposeNow();
                open.close().awaitUninterruptibly();
                loops.disposeLater(Duration.ZERO, Duration.ofSeconds(2)).block();
            }
        };
    }
}
