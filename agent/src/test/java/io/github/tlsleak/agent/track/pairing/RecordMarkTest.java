package io.github.tlsleak.agent.track.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

class RecordMarkTest {

    /** What an engine wraps first; flipped. */
    static ByteBuffer wrapped(String... protocols) throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(protocols);
        ByteBuffer out = ByteBuffer.allocate(20_000);
        engine.wrap(ByteBuffer.allocate(0), out);
        out.flip();
        return out;
    }

    private static RecordMark in(ByteBuffer buffer) {
        return RecordMark.of(buffer, buffer.position(), null, true);
    }

    @Test
    void anEnginesFirstRecordIsOne() throws Exception {
        for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
            RecordMark hello = in(wrapped(protocol));
            assertThat(hello).isNotNull();
            assertThat(hello.isLike(in(wrapped(protocol)))).isFalse();
        }
    }

    @Test
    void whereverTheBytesLieTheyAreTheSame() throws Exception {
        ByteBuffer buffer = wrapped("TLSv1.3");
        ByteBuffer copy = ByteBuffer.allocateDirect(buffer.remaining() + 7);
        copy.order(ByteOrder.LITTLE_ENDIAN).position(7);
        copy.put(buffer.duplicate()).position(7);
        assertThat(in(copy).isLike(in(buffer))).isTrue();
        assertThat(copy.position()).isEqualTo(7);
        assertThat(in(copy.asReadOnlyBuffer()).isLike(in(buffer))).isTrue();
    }

    @Test
    void aServersHelloIsOneToo() throws Exception {
        ByteBuffer buffer = wrapped("TLSv1.3").put(5, (byte) 2);
        assertThat(in(buffer)).isNotNull();
    }

    /** RFC 8446 4.1.3: the random of all of them is the same. */
    @Test
    void aHelloRetryRequestIsNone() throws Exception {
        ByteBuffer buffer = wrapped("TLSv1.3").put(5, (byte) 2);
        byte[] random =
                HexFormat.of()
                        .parseHex(
                                "cf21ad74e59a6111be1d8c021e65b891"
                                        + "c2a211167abb8c5e079e09e2c8a8339c");
        buffer.duplicate().position(11).put(random);
        assertThat(in(buffer)).isNull();
    }

    @Test
    void aRecordOfDataIsToldByItsFirstEncryptedBytes() throws Exception {
        ByteBuffer data = wrapped("TLSv1.3").put(0, (byte) 23);
        assertThat(in(data).isLike(in(data.duplicate().limit(21)))).isTrue();
        ByteBuffer other = wrapped("TLSv1.3").put(0, (byte) 23);
        assertThat(in(data).isLike(in(other))).isFalse();
        assertThat(in(data.duplicate().limit(20))).isNull();
        assertThat(RecordMark.of(data, 0, null, false)).isNull();
    }

    @Test
    void whatIsNeitherIsNone() throws Exception {
        ByteBuffer buffer = wrapped("TLSv1.3");
        assertThat(RecordMark.of(buffer, -1, null, true)).isNull();
        assertThat(RecordMark.of(buffer, 1, null, true)).isNull();
        assertThat(in(buffer.duplicate().limit(42))).isNull();
        assertThat(in(ByteBuffer.allocate(0))).isNull();
        assertThat(in(wrapped("TLSv1.3").put(0, (byte) 21))).as("alert").isNull();
        assertThat(in(wrapped("TLSv1.3").put(1, (byte) -2))).as("DTLS").isNull();
        assertThat(in(wrapped("TLSv1.3").put(5, (byte) 4))).as("ticket").isNull();
    }
}
