package io.github.tlsleak.apps.libraries.grpc;

import io.github.tlsleak.apps.libraries.http.Client;
import io.github.tlsleak.apps.libraries.http.Running;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The one method that clients call and servers offer. It returns its argument. */
final class Echo {

    private static final MethodDescriptor<String, String> METHOD =
            MethodDescriptor.newBuilder(new Text(), new Text())
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName("t.T/echo")
                    .build();

    private Echo() {}

    static ServerServiceDefinition service() {
        return ServerServiceDefinition.builder("t.T")
                .addMethod(
                        METHOD,
                        ServerCalls.asyncUnaryCall(
                                (request, answer) -> {
                                    answer.onNext(request);
                                    answer.onCompleted();
                                }))
                .build();
    }

    /** Stops the server as the documentation says. */
    static Running running(Server server) {
        return new Running() {

            @Override
            public int port() {
                return server.getPort();
            }

            @Override
            public void stop() throws InterruptedException {
                if (!server.shutdown().awaitTermination(2, TimeUnit.SECONDS)) {
                    server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
                }
            }
        };
    }

    /** Calls by a channel. The channel knows the address; the URL is not used. */
    static Client client(ManagedChannel channel, int patienceMillis) {
        CallOptions options = CallOptions.DEFAULT;
        return new Client() {

            @Override
            public String get(String url) {
                return ClientCalls.blockingUnaryCall(
                        channel,
                        METHOD,
                        options.withDeadlineAfter(patienceMillis, TimeUnit.MILLISECONDS),
                        "ok");
            }

            @Override
            public Closeable start(String url) {
                ClientCall<String, String> call = channel.newCall(METHOD, options);
                ClientCalls.futureUnaryCall(call, "ok");
                return () -> call.cancel("cancelled", null);
            }

            @Override
            public void close() throws IOException {
                try {
                    if (!channel.shutdown().awaitTermination(5, TimeUnit.SECONDS)) {
                        throw new IOException("not terminated");
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
    }

    /** Messages are plain text. */
    private static final class Text implements MethodDescriptor.Marshaller<String> {

        @Override
        public InputStream stream(String value) {
            return new ByteArrayInputStream(value.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public String parse(InputStream in) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                for (int b = in.read(); b >= 0; b = in.read()) {
                    out.write(b);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new String(out.toByteArray(), StandardCharsets.US_ASCII);
        }
    }
}
