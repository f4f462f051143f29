package io.github.tlsleak.apps.bugs;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Clients that send a ClientHello, read the answer and do no more. They have no TLS of their own.
 */
final class SilentClient {

    private static final int HANDSHAKE = 22;
    private static final int TLS12 = 0x0303;

    /** As long as the JVM lives. */
    private static final List<Socket> SOCKETS = new CopyOnWriteArrayList<>();

    private SilentClient() {}

    /** Returns when the server's answer has begun to come. */
    static void sayHello(String host, int port) throws IOException {
        Socket socket = new Socket(host, port);
        SOCKETS.add(socket);
        byte[] hello = hello();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream record = new DataOutputStream(bytes);
        record.writeByte(HANDSHAKE);
        record.writeShort(TLS12);
        record.writeShort(hello.length + 4);
        record.writeInt(1 << 24 | hello.length);
        record.write(hello);
        socket.getOutputStream().write(bytes.toByteArray());
        if (socket.getInputStream().read() != HANDSHAKE) {
            throw new IOException("no ServerHello");
        }
    }

    /** RFC 5246, 7.4.1.2: ECDHE with AES, without session. */
    private static byte[] hello() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(TLS12);
        out.write(new byte[32]);
        out.writeByte(0);
        out.writeShort(4);
        out.writeShort(0xc02b);
        out.writeShort(0xc02f);
        out.writeShort(0x0100);
        byte[] extensions = extensions();
        out.writeShort(extensions.length);
        out.write(extensions);
        return bytes.toByteArray();
    }

    /** Groups: secp256r1. Signatures: SHA-256 with ECDSA, RSA-PSS, RSA. */
    private static byte[] extensions() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        extension(out, 10, 23);
        extension(out, 13, 0x0403, 0x0804, 0x0401);
        return bytes.toByteArray();
    }

    private static void extension(DataOutputStream out, int type, int... values)
            throws IOException {
        out.writeShort(type);
        out.writeShort(2 + 2 * values.length);
        out.writeShort(2 * values.length);
        for (int value : values) {
            out.writeShort(value);
        }
    }
}
