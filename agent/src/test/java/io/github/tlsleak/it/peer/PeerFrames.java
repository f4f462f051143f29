package io.github.tlsleak.it.peer;

import java.io.IOException;
import javax.net.ssl.SSLException;

/** Frames of HTTP/2, read and written. One character stands for one byte. Used by one thread. */
final class PeerFrames {

    static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    static final int ACK = 1;

    private static final int HEAD = 9;

    /** One frame. */
    record Frame(int type, int flags, int stream, String payload) {

        boolean endsStream() {
            return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
        }

        String text() {
            int length = payload.length();
            return text(length >> 16, length >> 8, length, type, flags)
                    + text(stream >> 24, stream >> 16, stream >> 8, stream)
                    + payload;
        }

        private static String text(int... bytes) {
            StringBuilder text = new StringBuilder();
            for (int b : bytes) {
                text.append((char) (b & 0xff));
            }
            return text.toString();
        }
    }

    private final StringBuilder received = new StringBuilder();

    /** Adds bytes that were read elsewhere. */
    void add(String data) {
        received.append(data);
    }

    /** Reads the first bytes of a client. */
    void readPreface(PeerTls tls) throws IOException {
        await(tls, PREFACE.length());
        received.delete(0, PREFACE.length());
    }

    /** The next frame. */
    Frame read(PeerTls tls) throws IOException {
        Frame frame = poll();
        while (frame == null) {
            await(tls, received.length() + 1);
            frame = poll();
        }
        return frame;
    }

    /** The next frame, or null if it is not complete yet. */
    Frame poll() {
        if (received.length() < HEAD) {
            return null;
        }
        int end = HEAD + (number(0, 3));
        if (received.length() < end) {
            return null;
        }
        int type = received.charAt(3);
        int flags = received.charAt(4);
        Frame frame = new Frame(type, flags, number(5, 4), received.substring(HEAD, end));
        received.delete(0, end);
        return frame;
    }

    private int number(int from, int bytes) {
        int number = 0;
        for (int i = from; i < from + bytes; i++) {
            number = number << 8 | received.charAt(i);
        }
        return number;
    }

    private void await(PeerTls tls, int length) throws IOException {
        while (received.length() < length) {
            String more = tls.read();
            if (more == null) {
                throw new SSLException("close_notify instead of data");
            }
            received.append(more);
        }
    }
}
