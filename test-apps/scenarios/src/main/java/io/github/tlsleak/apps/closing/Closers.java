package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import javax.net.ssl.SSLSocket;

/** Code that closes, each in its own wrong way, what others have opened. */
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
