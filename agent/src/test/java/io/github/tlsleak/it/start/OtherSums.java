package io.github.tlsleak.it.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;

/** A file of prepared hooks in which each class has another check sum. */
final class OtherSums {

    private OtherSums() {}

    static byte[] of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file.clone());
        bytes.getInt();
        for (int names = bytes.getShort(); names > 0; names--) {
            skip(bytes, bytes.getShort());
        }
        int classes = 0;
        while (bytes.hasRemaining()) {
            bytes.get();
            skip(bytes, bytes.getShort());
            // the length stays
            bytes.getInt();
            bytes.putInt(bytes.position(), ~bytes.getInt(bytes.position()));
            bytes.getInt();
            bytes.getLong();
            bytes.getInt();
            skip(bytes, bytes.getInt());
            classes++;
        }
        assertThat(classes).isGreaterThan(20);
        return bytes.array();
    }

    private static void skip(ByteBuffer bytes, int length) {
        bytes.position(bytes.position() + length);
    }
}
