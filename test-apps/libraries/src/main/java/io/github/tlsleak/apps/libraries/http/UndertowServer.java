package io.github.tlsleak.apps.libraries.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

// idle expect: UNSENT notice SSLEngine server

/** Undertow. */
public final class UndertowServer extends HttpServerLibrary {

    @Override
    protected Running start(Wanted wanted) throws Exception {
        Undertow server =
                Undertow.builder()
                        .addHttpsListener(0, "127.0.0.1", wanted.stage.context(true))
                        .setIoThreads(1)
                        .setWorkerThreads(2)
                        .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, wanted.idleMillis())
                        .setHandler(e -> e.getResponseSender().send(ByteBuffer.wrap(ok())))
                        .build();
        server.start();
        return new Running() {

            @Override
            public int port() {
                InetSocketAddress address =
                        (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
                return address.getPort();
            }

            @Override
            public void stop() {
                server.stop();
            }
        };
    }
}
