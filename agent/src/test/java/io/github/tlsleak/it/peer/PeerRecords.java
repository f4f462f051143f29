package io.github.tlsleak.it.peer;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;

/** TLS records as bytes, for peers without a TLS engine. */
final class PeerRecords {

    private static final int ALERT = 21;
    private static final byte[] HANDSHAKE_FAILURE = {ALERT, 3, 3, 0, 2, 2, 40};

    private PeerRecords() {}

    /** Reads a ClientHello and answers it with a fatal alert. */
    static void fail(Socket socket) throws IOException {
        read(new DataInputStream(socket.getInputStream()));
        socket.getOutputStream().write(HANDSHAKE_FAILURE);
    }

    /** Reads to the end. A fatal alert is recognised only while alerts are not encrypted. */
    static String end(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            byte[] record = read(in);
            boolean alert = record[0] == ALERT && record.length == 7;
            if (alert && record[6] == 0) {
                return PeerConnection.CLOSE_NOTIFY;
            }
            if (alert && record[5] == 2) {
                return PeerConnection.FATAL;
            }
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        byte[] head = new byte[5];
        in.readFully(head);
        byte[] record = new byte[5 + ((head[3] & 0xff) << 8 | head[4] & 0xff)];
        System.arraycopy(head, 0, record, 0, 5);
        in.readFully(record, 5, record.length - 5);
        return record;
    }
}
