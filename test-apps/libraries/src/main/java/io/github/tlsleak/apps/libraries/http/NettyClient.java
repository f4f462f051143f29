package io.github.tlsleak.apps.libraries.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client made with Netty itself: one connection for each request, with the JDK's engines. */
public final class NettyClient extends HttpClientLibrary {

    private static final int PATIENCE_MILLIS = 60_000;

    public NettyClient() {
        super(Can.CLOSE, Can.CANCEL);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        EventLoopGroup loop = new NioEventLoopGroup(1);
        SslContext context =
                SslContextBuilder.forClient()
                        .sslProvider(SslProvider.JDK)
                        .trustManager(wanted.stage.trust(wanted.trusting))
                        .build();
        return new Client() {

            @Override
            public String get(String url) throws Exception {
                Answer answer = new Answer();
                Channel channel = ask(loop, context, URI.create(url), answer);
                try {
                    return answer.body.get(60, TimeUnit.SECONDS);
                } finally {
                    channel.close().sync();
                }
            }

            @Override
            public Closeable start(String url) throws Exception {
                Channel channel = ask(loop, context, URI.create(url), new Answer());
                return () -> channel.close();
            }

            @Override
            public void close() throws IOException {
                loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
            }
        };
    }

    private static Channel ask(EventLoopGroup loop, SslContext context, URI url, Answer answer)
            throws Exception {
        Channel channel =
                new Bootstrap()
                        .group(loop)
                        .channel(NioSocketChannel.class)
                        .handler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel made) {
                                        made.pipeline()
                                                .addLast(
                                                        handler(context, made, url),
                                                        new HttpClientCodec(),
                                                        new HttpObjectAggregator(1_000),
                                                        answer);
                                    }
                                })
                        .connect(url.getHost(), url.getPort())
                        .sync()
                        .channel();
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        request.headers().set(HttpHeaderNames.HOST, "localhost");
        channel.writeAndFlush(request);
        return channel;
    }

    private static SslHandler handler(SslContext context, SocketChannel channel, URI url) {
        SslHandler tls = context.newHandler(channel.alloc(), url.getHost(), url.getPort());
        tls.setHandshakeTimeoutMillis(PATIENCE_MILLIS);
        return tls;
    }

    /** Completes with the body of the answer, or with the failure. */
    private static final class Answer extends SimpleChannelInboundHandler<FullHttpResponse> {

        private final CompletableFuture<String> body = new CompletableFuture<>();

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            body.complete(response.content().toString(StandardCharsets.US_ASCII));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            body.completeExceptionally(new IOException("ended"));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            body.completeExceptionally(cause);
            context.close();
        }
    }
}
