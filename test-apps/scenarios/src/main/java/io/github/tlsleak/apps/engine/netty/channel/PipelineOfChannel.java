package io.github.tlsleak.apps.engine.netty.channel;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.nio.channels.Selector;
import javax.net.ssl.SSLEngine;

/**
 * An engine whose channel is idle. The channel is registered with a selector as Netty does it: its
 * key has an attachment with a pipeline. The classes have the fields of Netty's, and a package with
 * its name, as a relocated Netty has.
 */
public final class PipelineOfChannel {
    private static EngineLink link;
    private static Selector selector;

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        link = stage.connect(engine).ping();
        selector = Selector.open();
        link.channel().configureBlocking(false);
        link.channel().register(selector, 0, new Channel());
        Stage.done();
    }

    /** As {@code AbstractChannel}. */
    static final class Channel {
        final Pipeline pipeline = new Pipeline();
    }

    /** As {@code DefaultChannelPipeline}. */
    static final class Pipeline {
        final Context tail = new Context("tail", null, null);
        final Context commands = new Context("CommandHandler#0", new CommandHandler(), tail);
        final Context ssl = new Context("ssl", new SslHandler(), commands);
        final Context head = new Context("head", null, ssl);
    }

    /** As {@code DefaultChannelHandlerContext}. */
    static final class Context {
        final String name;
        final Object handler;
        volatile Context next;

        Context(String name, Object handler, Context next) {
            this.name = name;
            this.handler = handler;
            this.next = next;
        }
    }

    static final class SslHandler {}

    static final class CommandHandler {}
}
