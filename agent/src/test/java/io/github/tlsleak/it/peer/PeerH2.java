package io.github.tlsleak.it.peer;

import io.github.tlsleak.it.peer.PeerFrames.Frame;
import java.io.IOException;

/**
 * HTTP/2, also as gRPC uses it: a client sends two requests on one connection and gets two answers.
 */
final class PeerH2 implements PeerTalk {

    /** A gRPC message: not compressed, two bytes. */
    private static final String MESSAGE = "\0\0\0\0\2ok";

    private final boolean grpc;
    private final PeerFrames frames = new PeerFrames();

    PeerH2(boolean grpc) {
        this.grpc = grpc;
    }

    @Override
    public String alpn() {
        return "h2";
    }

    @Override
    public void exchange(PeerTls tls, boolean client, boolean last) throws IOException {
        begin(tls, client);
        if (client) {
            for (int stream = 1; stream <= 3; stream += 2) {
                request(tls, stream);
                awaitStreamEnd(tls);
            }
        } else {
            respond(tls, awaitStreamEnd(tls));
        }
    }

    @Override
    public void ask(PeerTls tls, boolean client) throws IOException {
        begin(tls, client);
        if (client) {
            request(tls, 1);
        } else {
            awaitStreamEnd(tls);
        }
    }

    @Override
    public void more(PeerTls tls, String data) throws IOException {
        frames.add(data);
        for (Frame frame = frames.poll(); frame != null; frame = frames.poll()) {
            acknowledge(tls, frame);
            if (frame.endsStream()) {
                respond(tls, frame.stream());
            }
        }
    }

    private void begin(PeerTls tls, boolean client) throws IOException {
        if (client) {
            tls.write(PeerFrames.PREFACE);
        } else {
            frames.readPreface(tls);
        }
        tls.write(new Frame(PeerFrames.SETTINGS, 0, 0, "").text());
    }

    /** Sends a request. Returns the number of its stream. */
    private int awaitStreamEnd(PeerTls tls) throws IOException {
        Frame frame = frames.read(tls);
        while (!frame.endsStream()) {
            acknowledge(tls, frame);
            frame = frames.read(tls);
        }
        return frame.stream();
    }

    private static void acknowledge(PeerTls tls, Frame frame) throws IOException {
        boolean asks = frame.type() == PeerFrames.SETTINGS || frame.type() == PeerFrames.PING;
        if (asks && (frame.flags() & PeerFrames.ACK) == 0) {
            String same = frame.type() == PeerFrames.PING ? frame.payload() : "";
            tls.write(new Frame(frame.type(), PeerFrames.ACK, 0, same).text());
        }
    }

    private void request(PeerTls tls, int stream) throws IOException {
        String target = "\u0087" + literal(":authority", "localhost");
        if (grpc) {
            headers(
                    tls,
                    stream,
                    false,
                    "\u0083"
                            + target
                            + literal(":path", "/t.T/echo")
                            + literal("te", "trailers")
                            + literal("content-type", "application/grpc"));
            data(tls, stream, true, MESSAGE);
        } else {
            headers(tls, stream, true, "\u0082\u0084" + target);
        }
    }

    private void respond(PeerTls tls, int stream) throws IOException {
        if (grpc) {
            headers(tls, stream, false, "\u0088" + literal("content-type", "application/grpc"));
            data(tls, stream, false, MESSAGE);
            headers(tls, stream, true, literal("grpc-status", "0"));
        } else {
            headers(tls, stream, false, "\u0088");
            data(tls, stream, true, "ok");
        }
    }

    private static void headers(PeerTls tls, int stream, boolean last, String block)
            throws IOException {
        int flags = PeerFrames.END_HEADERS | (last ? PeerFrames.END_STREAM : 0);
        tls.write(new Frame(PeerFrames.HEADERS, flags, stream, block).text());
    }

    private static void data(PeerTls tls, int stream, boolean last, String text)
            throws IOException {
        tls.write(
                new Frame(PeerFrames.DATA, last ? PeerFrames.END_STREAM : 0, stream, text).text());
    }

    /** A header field that is not in the table of HPACK. */
    private static String literal(String name, String value) {
        return "\0" + (char) name.length() + name + (char) value.length() + value;
    }
}
