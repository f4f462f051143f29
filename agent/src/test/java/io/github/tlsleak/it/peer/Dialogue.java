package io.github.tlsleak.it.peer;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import javax.net.ssl.SSLEngine;

/**
 * What a server says that brings a bug about. None ends the connection, but for {@link #CLOSING}:
 * who does so first decides whose fault a missing close_notify is.
 */
public enum Dialogue {
    /** Nobody connects. */
    NONE {
        @Override
        void talk(PeerTls tls) {}
    },
    /** The handshake alone. */
    SILENT {
        @Override
        void talk(PeerTls tls) {}
    },
    /** Accepts whoever connects. */
    MQTT {
        @Override
        void talk(PeerTls tls) throws IOException {
            read(tls);
            tls.write("\u0020\2\0\0");
        }
    },
    /** Its close_notify is the answer to whatever is said. */
    CLOSING {
        @Override
        void talk(PeerTls tls) throws IOException {
            read(tls);
            tls.closeNotify();
        }
    },
    /** Agrees to a WebSocket, but says so in one header of two. */
    NO_UPGRADE {
        @Override
        void talk(PeerTls tls) throws IOException {
            readRequest(tls);
            tls.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
        }
    },
    /** Refuses every request. */
    FORBIDDEN {
        @Override
        void talk(PeerTls tls) throws IOException {
            readRequest(tls);
            tls.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        }
    },
    /** TLS on request; knows no password. */
    POSTGRES_REFUSING(true) {
        @Override
        void talk(PeerTls tls) throws IOException {
            read(tls);
            String fields = "SFATAL\0C28P01\0Mpassword authentication failed\0\0";
            tls.write(message('E', fields));
        }
    },
    /** TLS on request; asks for no password. */
    POSTGRES(true) {
        @Override
        void talk(PeerTls tls) throws IOException {
            read(tls);
            tls.write(
                    message('R', "\0\0\0\0")
                            + message('S', "server_version\00014.0\0")
                            + message('S', "client_encoding\0UTF8\0")
                            + message('S', "integer_datetimes\0on\0")
                            + message('S', "standard_conforming_strings\0on\0")
                            + message('S', "DateStyle\0ISO\0")
                            + message('K', "\0\0\0\1\0\0\0\1")
                            + message('Z', "I"));
        }
    },
    /** Greets and then refuses both ways to say hello. */
    SMTP {
        @Override
        void talk(PeerTls tls) throws IOException {
            tls.write("220 ready\r\n");
            read(tls);
            tls.write("500 not now\r\n");
            read(tls);
            tls.write("500 not now\r\n");
        }
    },
    /** Offers no way to log in. */
    IMAP {
        @Override
        void talk(PeerTls tls) throws IOException {
            tls.write("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] ready\r\n");
        }
    };

    private static final int REQUEST = 8;

    private final boolean onRequest;

    Dialogue() {
        this(false);
    }

    Dialogue(boolean onRequest) {
        this.onRequest = onRequest;
    }

    /** For {@code postgres_refusing} and so on. */
    public static Dialogue named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Begins TLS; the handshake is still to be made. */
    PeerTls start(Socket socket, SSLEngine engine) throws IOException {
        if (onRequest) {
            new DataInputStream(socket.getInputStream()).readFully(new byte[REQUEST]);
            socket.getOutputStream().write('S');
        }
        return new PeerTls(socket, engine);
    }

    /** Says all that is to be said. Text is ASCII, control characters included. */
    abstract void talk(PeerTls tls) throws IOException;

    private static String read(PeerTls tls) throws IOException {
        String data = tls.read();
        if (data == null) {
            throw new EOFException("close_notify instead of data");
        }
        return data;
    }

    private static void readRequest(PeerTls tls) throws IOException {
        String request = "";
        while (!request.endsWith("\r\n\r\n")) {
            request += read(tls);
        }
    }

    /** The length counts itself, and is small. */
    private static String message(char type, String body) {
        return type + "\0\0\0" + (char) (body.length() + 4) + body;
    }
}
