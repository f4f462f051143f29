package io.github.tlsleak.it.peer;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLEngine;

/**
 * What a server says to bring a bug about. Only {@link #CLOSING} and {@link #LEAVING} end the
 * connection: whoever ends it first decides which side is to blame for a missing close_notify.
 */
public enum Dialogue {
    /** Nobody connects. */
    NONE,
    /** The handshake alone. */
    SILENT,
    /** Accepts every client. */
    MQTT {
        @Override
        void talk(PeerTls tls) throws IOException {
            read(tls);
            tls.write("\u0020\2\0\0");
        }
    },
    /** Answers the first data with a close_notify. */
    CLOSING {
        @Override
        void talk(PeerTls tls) throws IOException {
            read(tls);
            tls.closeNotify();
        }
    },
    /** Takes the first data, then ends TLS and TCP. */
    LEAVING {
        @Override
        void talk(PeerTls tls) throws IOException {
            read(tls);
            tls.closeNotify();
            tls.endOfStream();
        }
    },
    /** Accepts TCP and never answers. */
    DEAF {
        @Override
        String play(Socket socket, SSLEngine engine) throws IOException {
            return PeerRecords.end(socket);
        }
    },
    /** Asks for TLS, then never answers. */
    NATS_DEAF {
        @Override
        String play(Socket socket, SSLEngine engine) throws IOException {
            String info =
                    "INFO {\"server_id\":\"test\",\"version\":\"2.0.0\",\"tls_required\":true}\r\n";
            socket.getOutputStream().write(info.getBytes(StandardCharsets.US_ASCII));
            return PeerRecords.end(socket);
        }
    },
    /** Refuses every command of a Redis client. */
    REDIS_REFUSING {
        @Override
        void talk(PeerTls tls) throws IOException {
            while (tls.read() != null) {
                tls.write("-WRONGPASS invalid username-password pair\r\n");
            }
        }
    },
    /** Answers every request, with the body a little after the header, and keeps the connection. */
    HTTP {
        @Override
        void talk(PeerTls tls) throws IOException {
            String header =
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                            + "Connection: keep-alive\r\nKeep-Alive: timeout=60\r\n\r\n";
            String request = "";
            for (String data = tls.read(); data != null; data = tls.read()) {
                request += data;
                if (request.endsWith("\r\n\r\n")) {
                    tls.write(header);
                    Peer.sleep(BODY_MILLIS);
                    tls.write("2\r\nok\r\n0\r\n\r\n");
                    request = "";
                }
            }
        }
    },
    /** A MongoDB server that answers the greeting of each monitor, again and again. */
    MONGO {
        @Override
        void talk(PeerTls tls) throws IOException {
            for (String data = tls.read(); data != null; data = tls.read()) {
                tls.write(MongoText.greeting(data));
            }
        }
    },
    /** The other way round: clients of the server whose port the program tells. */
    CLIENTS {
        @Override
        String play(Socket socket, SSLEngine engine) throws IOException {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int port = in.readInt();
            for (int left = in.readInt(); left > 0; left--) {
                ask(port);
            }
            socket.getOutputStream().write(1);
            return in.read() < 0 ? PeerConnection.EOF : "data";
        }
    },
    /** Agrees to a WebSocket, but sends only one of the two required headers. */
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
    /** TLS on request; refuses the password. */
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
    /** Greets, and then refuses both forms of the client's greeting. */
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
    private static final long BODY_MILLIS = 30;

    private final boolean onRequest;

    Dialogue() {
        this(false);
    }

    Dialogue(boolean onRequest) {
        this.onRequest = onRequest;
    }

    /** The dialogue by its name in lower case, such as {@code postgres_refusing}. */
    public static Dialogue named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Plays a whole connection. Returns how the other side has ended it. */
    String play(Socket socket, SSLEngine engine) throws IOException {
        PeerTls tls = start(socket, engine);
        tls.handshake();
        talk(tls);
        while (tls.read() != null) {
            continue;
        }
        return PeerConnection.CLOSE_NOTIFY;
    }

    /** The plain talk before TLS. The handshake follows. */
    private PeerTls start(Socket socket, SSLEngine engine) throws IOException {
        if (onRequest) {
            new DataInputStream(socket.getInputStream()).readFully(new byte[REQUEST]);
            socket.getOutputStream().write('S');
        }
        return new PeerTls(socket, engine);
    }

    /** The whole talk over TLS. Text is ASCII, control characters included. */
    void talk(PeerTls tls) throws IOException {}

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

    /** A new client, which no server knows: one request, one answer. */
    private static void ask(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            SSLEngine engine = Peer.newContext(true).createSSLEngine();
            engine.setUseClientMode(true);
            engine.setEnabledProtocols(new String[] {"TLSv1.2"});
            PeerTls tls = new PeerTls(socket, engine);
            tls.handshake();
            tls.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            read(tls);
            tls.closeNotify();
            while (tls.read() != null) {
                continue;
            }
        } catch (EOFException e) {
            // a server may leave out its close_notify
        }
    }

    /** A length field that counts itself too. The length is small. */
    private static String message(char type, String body) {
        return type + "\0\0\0" + (char) (body.length() + 4) + body;
    }
}
