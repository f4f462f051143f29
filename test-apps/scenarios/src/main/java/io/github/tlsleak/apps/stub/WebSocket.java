package io.github.tlsleak.apps.stub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/** Sends every message back. */
final class WebSocket implements Dialect {

    private static final String KEY = "sec-websocket-key:";
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int CLOSE = 8;

    private final boolean lets;

    WebSocket(boolean lets) {
        this.lets = lets;
    }

    @Override
    public void open(Line line) throws IOException {
        line.tls();
        String key = "";
        for (String header = line.text(); !header.isEmpty(); header = line.text()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(KEY)) {
                key = header.substring(KEY.length()).trim();
            }
        }
        line.text(
                lets
                        ? "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                                + accept(key)
                                + "\r\n"
                        : "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n");
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + MAGIC).getBytes(StandardCharsets.US_ASCII);
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text);
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a frame. All frames are short and masked. */
    @Override
    public Said answer(Line line) throws IOException {
        int first = line.read();
        int length = line.read() & 0x7f;
        byte[] mask = line.read(4);
        byte[] frame = new byte[2 + length];
        frame[0] = (byte) first;
        frame[1] = (byte) length;
        for (int i = 0; i < length; i++) {
            frame[2 + i] = (byte) (line.read() ^ mask[i % 4]);
        }
        line.write(frame);
        return (first & 0xf) == CLOSE ? Said.BYE : Said.WORK;
    }
}
