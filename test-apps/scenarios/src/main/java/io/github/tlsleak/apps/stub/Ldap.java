package io.github.tlsleak.apps.stub;

import java.io.IOException;

/** A directory without entries. */
final class Ldap implements Dialect {

    private static final int BIND = 0x60;
    private static final int UNBIND = 0x42;
    private static final int SEARCH = 0x63;
    private static final int EXTENDED = 0x77;
    private static final byte INVALID_CREDENTIALS = 49;

    private final boolean tlsAtOnce;
    private final boolean lets;

    Ldap(boolean tlsAtOnce, boolean lets) {
        this.tlsAtOnce = tlsAtOnce;
        this.lets = lets;
    }

    /** Without LDAPS, the first request must be StartTLS. Then TLS begins. */
    @Override
    public void open(Line line) throws IOException {
        if (!tlsAtOnce) {
            answer(line);
        }
        line.tls();
        answer(line);
    }

    @Override
    public Said answer(Line line) throws IOException {
        line.read();
        byte[] message = line.read(length(line));
        int idLength = message[1];
        int operation = message[2 + idLength] & 0xff;
        if (operation == BIND || operation == SEARCH || operation == EXTENDED) {
            boolean denied = operation == BIND && !lets;
            // the tag of a response is the request's tag plus one; for a search it is plus two
            int tag = operation == SEARCH ? SEARCH + 2 : operation + 1;
            respond(line, message, idLength, tag, denied ? INVALID_CREDENTIALS : 0);
        }
        if (operation == UNBIND) {
            return Said.BYE;
        }
        return operation == SEARCH ? Said.WORK : Said.SET_UP;
    }

    private static void respond(Line line, byte[] message, int idLength, int tag, byte code)
            throws IOException {
        byte[] response = new byte[2 + 2 + idLength + 9];
        response[0] = 0x30;
        response[1] = (byte) (response.length - 2);
        System.arraycopy(message, 0, response, 2, 2 + idLength);
        byte[] result = {(byte) tag, 7, 10, 1, code, 4, 0, 4, 0};
        System.arraycopy(result, 0, response, 4 + idLength, result.length);
        line.write(response);
    }

    private static int length(Line line) throws IOException {
        int first = line.read();
        return first < 0x80 ? first : line.number(first & 0x7f);
    }
}
