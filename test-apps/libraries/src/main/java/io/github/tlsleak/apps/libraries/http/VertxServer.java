package io.github.tlsleak.apps.libraries.http;

import io.github.tlsleak.apps.support.Keys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509KeyManager;

/** The server of Vert.x. */
public final class VertxServer extends HttpServerLibrary {

    @Override
    protected Running start(Wanted wanted) throws Exception {
        Vertx vertx = Vertx.vertx();
        X509KeyManager keys = (X509KeyManager) Keys.keys().getKeyManagers()[0];
        HttpServerOptions options =
                new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(KeyCertOptions.wrap(keys))
                        .setUseAlpn(true)
                        .setIdleTimeout(wanted.idleMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        HttpServer server =
                await(
                        vertx.createHttpServer(options)
                                .requestHandler(request -> request.response().end("ok"))
                                .listen(0, "127.0.0.1"));
        return new Running() {

            @Override
            public int port() {
                return server.actualPort();
            }

            @Override
            public void stop() throws Exception {
                await(server.close());
                await(vertx.close());
            }
        };
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
