package io.github.tlsleak.apps.libraries.grpc;

import io.github.tlsleak.apps.libraries.http.Client;
import io.github.tlsleak.apps.libraries.http.Wanted;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.util.concurrent.TimeUnit;

/** A gRPC client on OkHttp's transport. */
public final class OkHttpChannel extends GrpcClientLibrary {

    @Override
    protected Client open(Wanted wanted, int port) throws Exception {
        return Echo.client(
                OkHttpChannelBuilder.forAddress("localhost", port)
                        .sslSocketFactory(wanted.stage.context(wanted.trusting).getSocketFactory())
                        .idleTimeout(wanted.idleMillis(), TimeUnit.MILLISECONDS)
                        .build(),
                wanted.patienceMillis());
    }
}
