package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.apps.support.Situation;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

// library: Reactor Netty
// bad: reactor-netty-0.9.14
// good: reactor-netty-0.9.14
// mended: with a session cache of 10
// link: https://github.com/reactor/reactor-netty/issues/1443
// what: session cache of a server that grows with every new client
// peer: clients
// jvm[jdk>=11]: -Djdk.tls.server.enableSessionTicketExtension=false
// saw: eof x5
// count: CLOSED 50
// owner: application
// frame: io.netty.handler.ssl.SslContextBuilder.build
// options: session.cache=20,stuck=6s
// expect: CACHE_HOARD notice SSLContext

/** A server whose clients are all new. Since JDK 13 sessions are in tickets unless that is off. */
public final class ReactorNettyCache implements Situation<BugStage> {

    private static final int CLIENTS = 10;

    private DisposableServer server;

    @Override
    public void play(BugStage stage) throws Exception {
        if (server == null) {
            stage.keepsSessions();
            stage.countsAlone();
            server = start(context(stage.isMended() ? 10 : 0));
        }
        try (Socket socket = new Socket(stage.host(), stage.port())) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(server.port());
            out.writeInt(CLIENTS);
            if (socket.getInputStream().read() != 1) {
                throw new IOException("the clients have failed");
            }
        }
    }

    /** Zero is the default of the JDK. */
    private static SslContext context(int cacheSize) throws Exception {
        return SslContextBuilder.forServer(Keys.keys())
                .sslProvider(SslProvider.JDK)
                .sessionCacheSize(cacheSize)
                .build();
    }

    private static DisposableServer start(SslContext context) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .secure(spec -> spec.sslContext(context))
                .handle((request, response) -> response.sendString(Mono.just("ok")))
                .bindNow();
    }
}
