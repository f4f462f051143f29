package io.github.tlsleak.apps.stub;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;

/**
 * One connection of a {@link Stub}. It is plain until {@link #tls()}. TLS is done by an engine,
 * because an engine can tell a close_notify from a bare end of the stream. Used by one thread.
 */
public final class Line {

    private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

    private final SocketChannel channel;
    private final Stage stage;
    private final boolean fails;
    private EngineLink tls;
    private byte[] got = new byte[0];
    private int at;

    Line(SocketChannel channel, Stage stage, boolean fails) {
        this.channel = channel;
        this.stage = stage;
        this.fails = fails;
    }

    /** Begins TLS. */
    public void tls() throws IOException {
        if (fails) {
            read();
            write(HANDSHAKE_FAILURE);
            channel.socket().shutdownOutput();
            readToEnd();
        }
        SSLEngine engine = stage.context().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(stage.protocols());
        tls = new EngineLink(channel, engine);
        tls.handshake();
    }

    /** The next byte. */
    public int read() throws IOException {
        while (at == got.length) {
            got = tls == null ? readPlain() : tls.receiveBytes();
            at = 0;
            if (got == null) {
                got = new byte[0];
                throw new CloseNotify();
            }
        }
        return got[at++] & 0xff;
    }

    /** Reads one byte and no more, because the bytes after it may be TLS. */
    private byte[] readPlain() throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        if (channel.read(one) < 0) {
            throw new EOFException("the client closed the connection");
        }
        return one.array();
    }

    /** The next bytes, that many. */
    public byte[] read(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) read();
        }
        return bytes;
    }

    /** An unsigned number of that many bytes, the highest first. */
    public int number(int bytes) throws IOException {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | read();
        }
        return number;
    }

    /** The next line of text, without its end. */
    public String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = read(); c != '\n'; c = read()) {
            text.append((char) c);
        }
        return text.toString().trim();
    }

    /** Sends a line of text, or several. */
    public void text(String text) throws IOException {
        write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
        if (tls != null) {
            tls.send(bytes);
            return;
        }
        ByteBuffer data = ByteBuffer.wrap(bytes);
        while (data.hasRemaining()) {
            channel.write(data);
        }
    }

    void closeNotify() throws IOException {
        tls.engine().closeOutbound();
        tls.flush();
    }

    /** Ends the connection if the script says so at this point. */
    void end(End how) throws IOException {
        if (how == End.CLOSE_NOTIFY) {
            closeNotify();
        } else if (how == End.FIN) {
            channel.shutdownOutput();
        } else if (how == End.CLOSED) {
            closeNotify();
            channel.shutdownOutput();
        } else if (how == End.RESET) {
            // The client must have read the answer before: a reset may overtake it.
            Stage.sleep(200);
            channel.socket().setSoLinger(true, 0);
            channel.close();
        }
    }

    /** Ends the connection by an exception. */
    void readToEnd() throws IOException {
        while (true) {
            read();
        }
    }
}
