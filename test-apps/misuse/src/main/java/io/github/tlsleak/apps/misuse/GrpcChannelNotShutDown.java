package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

// peer: server grpc-await
// tls: 1.2
// options: threshold=2s
// class: io.grpc.okhttp.OkHttpTlsUpgrader
// saw: nothing x3
// expect: OPEN notice SSLSocket client x3

/** gRPC: one channel for each call, none of them shut down, and their own threads hold them. */
public final class GrpcChannelNotShutDown implements Situation<MisuseStage> {

    private static final MethodDescriptor<byte[], byte[]> ECHO =
            MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName("t.T/echo")
                    .build();

    @Override
    public void play(MisuseStage stage) {
        for (int i = 0; i < 3; i++) {
            ManagedChannel channel =
                    OkHttpChannelBuilder.forAddress("localhost", stage.port())
                            .sslSocketFactory(stage.factory())
                            .build();
            ClientCalls.blockingUnaryCall(channel, ECHO, CallOptions.DEFAULT, new byte[2]);
        }
    }

    /** Messages are not looked at. */
    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream in) {
            return new byte[0];
        }
    }
}
