package io.github.tlsleak.apps.libraries.http;

import io.github.tlsleak.apps.support.Keys;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A server made with Netty itself, with the JDK's engines. */
public final class NettyServer extends HttpServerLibrary {

    @Override
    protected boolean speaksHttp2() {
        return false;
    }

    @Override
    protected Running start(Wanted wanted) throws Exception {
        EventLoopGroup loop = new NioEventLoopGroup(1);
        ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        SslContext context =
                SslContextBuilder.forServer(Keys.keys()).sslProvider(SslProvider.JDK).build();
        Channel listener =
                new ServerBootstrap()
                        .group(loop)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel channel) {
                                        open.add(channel);
                                        handlers(channel, context, wanted);
                                    }
                                })
                        .bind("127.0.0.1", 0)
                        .sync()
                        .channel();
        return new Running() {

            @Override
            public int port() {
                return ((InetSocketAddress) listener.localAddress()).getPort();
            }

            @Override
            public void stop() throws InterruptedException {
                listener.close().sync();
                open.close().sync();
                loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).sync();
            }
        };
    }

    private static void handlers(SocketChannel channel, SslContext context, Wanted wanted) {
        SslHandler tls = context.newHandler(channel.alloc());
        tls.setHandshakeTimeoutMillis(wanted.patienceMillis());
        channel.pipeline()
                .addLast(
                        tls,
                        new IdleStateHandler(0, 0, wanted.idleMillis(), TimeUnit.MILLISECONDS),
                        new HttpServerCodec(),
                        new HttpServerKeepAliveHandler(),
                        new HttpObjectAggregator(1_000),
                        new Ok());
    }

    /** Answers every request. Closes connections that are idle or broken. */
    private static final class Ok extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            FullHttpResponse response =
                    new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1,
                            HttpResponseStatus.OK,
                            Unpooled.wrappedBuffer(ok()));
            HttpUtil.setContentLength(response, ok().length);
            HttpUtil.setKeepAlive(response, HttpUtil.isKeepAlive(request));
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof IdleStateEvent) {
                context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
