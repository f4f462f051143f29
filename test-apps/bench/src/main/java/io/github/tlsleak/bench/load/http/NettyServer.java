package io.github.tlsleak.bench.load.http;

import io.github.tlsleak.bench.load.Tls;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLEngine;

/** An HTTPS server of Netty on the JDK's engines. It speaks HTTP/1.1 and WebSocket. */
final class NettyServer implements LoopbackServer {

    @Override
    public int start(String protocol) {
        boolean webSocket = protocol.equals("websocket");
        return listen(
                new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        ChannelPipeline pipeline = channel.pipeline();
                        pipeline.addLast(new SslHandler(engine()));
                        pipeline.addLast(new HttpServerCodec());
                        pipeline.addLast(new HttpObjectAggregator(4096));
                        if (webSocket) {
                            pipeline.addLast(new WebSocketServerProtocolHandler("/"));
                        }
                        pipeline.addLast(webSocket ? new Echo() : new Answer());
                    }
                });
    }

    /** Listens with one event loop. Returns the port. */
    static int listen(ChannelInitializer<Channel> connection) {
        EventLoopGroup group = new NioEventLoopGroup(1);
        Channel channel =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(connection)
                        .bind(InetAddress.getLoopbackAddress(), 0)
                        .syncUninterruptibly()
                        .channel();
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    static SSLEngine engine() {
        SSLEngine engine = Tls.context().createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }

    private static final class Answer extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            DefaultFullHttpResponse response =
                    new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1,
                            HttpResponseStatus.OK,
                            Unpooled.wrappedBuffer(new byte[] {'O', 'K'}));
            HttpUtil.setContentLength(response, 2);
            if (HttpUtil.isKeepAlive(request)) {
                context.writeAndFlush(response);
            } else {
                context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
            }
        }
    }

    private static final class Echo extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame message) {
            context.writeAndFlush(message.retain());
        }
    }
}
