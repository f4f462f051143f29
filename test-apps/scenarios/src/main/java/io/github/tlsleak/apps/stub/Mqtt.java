package io.github.tlsleak.apps.stub;

import java.io.IOException;

/** A broker of MQTT 3.1.1 that accepts every message and publishes none. */
final class Mqtt implements Dialect {

    private static final int PUBLISH = 0x30;
    private static final int PINGREQ = 0xc0;
    private static final int DISCONNECT = 0xe0;
    private static final int NOT_AUTHORIZED = 5;

    private final boolean lets;

    Mqtt(boolean lets) {
        this.lets = lets;
    }

    @Override
    public void open(Line line) throws IOException {
        line.tls();
        packet(line); // CONNECT
        line.write(new byte[] {0x20, 2, 0, (byte) (lets ? 0 : NOT_AUTHORIZED)});
    }

    @Override
    public Said answer(Line line) throws IOException {
        int type = packet(line) & 0xf0;
        if (type == PINGREQ) {
            line.write(new byte[] {(byte) 0xd0, 0}); // PINGRESP
        }
        if (type == DISCONNECT) {
            return Said.BYE;
        }
        return type == PUBLISH ? Said.WORK : Said.SET_UP;
    }

    /** Reads a packet. Returns its first byte. */
    private static int packet(Line line) throws IOException {
        int type = line.read();
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = line.read();
            length |= (digit & 0x7f) << shift;
            shift += 7;
        } while (digit >= 0x80);
        line.read(length);
        return type;
    }
}
