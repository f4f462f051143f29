package io.github.tlsleak.apps.libraries.grpc;

import io.github.tlsleak.apps.libraries.http.Client;
import io.github.tlsleak.apps.libraries.http.Wanted;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.concurrent.TimeUnit;

/** A gRPC client on Netty, with the JDK's engines. */
public final class NettyChannel extends GrpcClientLibrary {

    @Override
    protected Client open(Wanted wanted, int port) throws Exception {
        SslContext context =
                GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
                        .trustManager(wanted.stage.trust(wanted.trusting))
                        .build();
        return Echo.client(
                NettyChannelBuilder.forAddress("localhost", port)
                        .sslContext(context)
                        .idleTimeout(wanted.idleMillis(), TimeUnit.MILLISECONDS)
                        .build(),
                wanted.patienceMillis());
    }
}
