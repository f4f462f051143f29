package io.github.tlsleak.apps.libraries.grpc;

import io.github.tlsleak.apps.libraries.http.Client;
import io.github.tlsleak.apps.libraries.http.HttpClientLibrary;
import io.github.tlsleak.apps.libraries.http.Wanted;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;

/** A gRPC client. It has one channel, made with the first call. */
abstract class GrpcClientLibrary extends HttpClientLibrary {

    GrpcClientLibrary() {
        super("grpc-", Can.CLOSE, Can.IDLE, Can.CANCEL_STREAM);
    }

    /** A client of a port on localhost. */
    protected abstract Client open(Wanted wanted, int port) throws Exception;

    @Override
    protected Client open(Wanted wanted) {
        return new Client() {

            private Client channel;

            @Override
            public String get(String url) throws Exception {
                return channel(url).get(url);
            }

            @Override
            public Closeable start(String url) throws Exception {
                return channel(url).start(url);
            }

            private Client channel(String url) throws Exception {
                if (channel == null) {
                    channel = open(wanted, URI.create(url).getPort());
                }
                return channel;
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
