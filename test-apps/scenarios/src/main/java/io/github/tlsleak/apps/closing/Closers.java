package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import javax.net.ssl.SSLSocket;

/** Code that closes sessions which others have opened. Each method is wrong in its own way. */
final class Closers {
    private Closers() {}

    static void rawFirst(SSLSocket wrapper) throws IOException {
        wrapper.close();
    }

    static void half(SSLSocket socket) throws IOException {
        socket.shutdownOutput();
    }

    static void withoutWrap(EngineLink link) throws IOException {
        link.engine().closeOutbound();
        link.channel().close();
    }

    static void channelOnly(EngineLink link) throws IOException {
        link.channel().close();
    }
}
