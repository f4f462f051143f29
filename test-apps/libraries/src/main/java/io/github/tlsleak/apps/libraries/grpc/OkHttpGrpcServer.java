package io.github.tlsleak.apps.libraries.grpc;

import io.github.tlsleak.apps.libraries.LibraryStage;
import io.github.tlsleak.apps.libraries.http.HttpServerLibrary;
import io.github.tlsleak.apps.libraries.http.Running;
import io.github.tlsleak.apps.libraries.http.Wanted;
import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.apps.support.Situation;
import io.grpc.TlsServerCredentials;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A gRPC server on OkHttp's transport. */
public final class OkHttpGrpcServer extends HttpServerLibrary {

    public OkHttpGrpcServer() {
        super("grpc-");
    }

    /**
     * Without the situation of a client that leaves: if only a write sees the reset, the verdict
     * may be UNSENT.
     */
    @Override
    public Map<String, Situation<LibraryStage>> situations() {
        Map<String, Situation<LibraryStage>> all = super.situations();
        all.remove("left");
        return all;
    }

    /** No HTTP/2 situations beside the others: every gRPC connection speaks HTTP/2. */
    @Override
    protected boolean speaksHttp2() {
        return false;
    }

    @Override
    protected Running start(Wanted wanted) throws Exception {
        return Echo.running(
                OkHttpServerBuilder.forPort(
                                0,
                                TlsServerCredentials.newBuilder()
                                        .keyManager(Keys.keys().getKeyManagers())
                                        .build())
                        .maxConnectionIdle(wanted.idleMillis(), TimeUnit.MILLISECONDS)
                        .addService(Echo.service())
                        .build()
                        .start());
    }
}
