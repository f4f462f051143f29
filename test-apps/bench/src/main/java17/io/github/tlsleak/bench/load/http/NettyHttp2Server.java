package io.github.tlsleak.bench.load.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** An HTTPS server of Netty on the JDK's engines. It speaks HTTP/2 alone. */
final class NettyHttp2Server implements LoopbackServer {

    @Override
    public int start(String protocol) {
        return NettyServer.listen(
                new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new SslHandler(engine()))
                                .addLast(Http2FrameCodecBuilder.forServer().build())
                                .addLast(new Answer());
                    }
                });
    }

    private static SSLEngine engine() {
        SSLEngine engine = NettyServer.engine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static final class Answer extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            if (frame instanceof Http2HeadersFrame) {
                Http2HeadersFrame request = (Http2HeadersFrame) frame;
                context.write(
                        new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("200"))
                                .stream(request.stream()));
                context.write(
                        new DefaultHttp2DataFrame(
                                        Unpooled.wrappedBuffer(new byte[] {'O', 'K'}), true)
                                .stream(request.stream()));
                context.flush();
            } else {
                ReferenceCountUtil.release(frame);
            }
        }
    }
}
