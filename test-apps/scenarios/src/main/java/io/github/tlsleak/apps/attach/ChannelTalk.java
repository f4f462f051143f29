package io.github.tlsleak.apps.attach;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A client engine that talks to {@link Service} through a channel. */
final class ChannelTalk implements Talk {
    private final EngineLink link;

    ChannelTalk(EngineLink link) throws IOException {
        this.link = link;
        link.handshake();
        exchange();
    }

    @Override
    public void exchange() throws IOException {
        link.send(Service.PING);
        String answer = link.receive();
        if (!new String(Service.PONG, StandardCharsets.US_ASCII).equals(answer)) {
            throw new IOException("unexpected data: " + answer);
        }
    }

    /** Ends only TCP. */
    void cut() throws IOException {
        link.channel().close();
    }

    @Override
    public void close() throws IOException {
        link.engine().closeOutbound();
        link.flush();
        cut();
    }

    @Override
    public Object held() {
        return link.engine();
    }
}
