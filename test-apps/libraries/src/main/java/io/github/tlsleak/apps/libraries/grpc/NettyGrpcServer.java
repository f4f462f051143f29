package io.github.tlsleak.apps.libraries.grpc;

import io.github.tlsleak.apps.libraries.http.HttpServerLibrary;
import io.github.tlsleak.apps.libraries.http.Running;
import io.github.tlsleak.apps.libraries.http.Wanted;
import io.github.tlsleak.apps.support.Keys;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A gRPC server on Netty, with the JDK's engines. */
public final class NettyGrpcServer extends HttpServerLibrary {

    public NettyGrpcServer() {
        super("grpc-");
    }

    /** No HTTP/2 situations beside the others: every gRPC connection speaks HTTP/2. */
    @Override
    protected boolean speaksHttp2() {
        return false;
    }

    @Override
    protected Running start(Wanted wanted) throws Exception {
        SslContext context =
                GrpcSslContexts.configure(SslContextBuilder.forServer(Keys.keys()), SslProvider.JDK)
                        .build();
        return Echo.running(
                NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                        .sslContext(context)
                        .maxConnectionIdle(wanted.idleMillis(), TimeUnit.MILLISECONDS)
                        .addService(Echo.service())
                        .build()
                        .start());
    }
}
