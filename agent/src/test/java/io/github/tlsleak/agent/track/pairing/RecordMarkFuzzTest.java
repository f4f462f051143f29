package io.github.tlsleak.agent.track.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;

/** The beginning of whatever a program writes to a channel. */
@Timeout(20)
class RecordMarkFuzzTest {

    private static final int LONG = 200;

    /** The bytes alone decide, wherever they lie; and what decides is at their beginning. */
    @FuzzTest
    void theBytesAloneDecide(byte[] input) {
        ByteBuffer buffer = ByteBuffer.wrap(input);
        RecordMark mark = of(buffer, 0);
        assertThat(buffer.position()).isZero();
        same(of(buffer, 0), mark);
        same(of(direct(input, 3), 3), mark);
        same(of(direct(input, 8).asReadOnlyBuffer(), 8), mark);
        // what comes behind the mark does not count
        if (mark != null) {
            same(of(ByteBuffer.wrap(Arrays.copyOf(input, LONG + input.length)), 0), mark);
        }
        // one that is cut is none, or the same: a write of a part pairs with no other engine
        for (int length = 0; length < Math.min(input.length, LONG); length++) {
            RecordMark part = of(ByteBuffer.wrap(input, 0, length), 0);
            assertThat(part == null || mark != null && part.isLike(mark)).isTrue();
        }
        for (int at = -1; at <= input.length + 1; at += 1 + input.length / 7) {
            of(buffer, at);
        }
        searched(mark);
    }

    private static void searched(RecordMark mark) {
        RecordMark.Unwritten unwritten = new RecordMark.Unwritten();
        if (mark != null) {
            unwritten.wrapped(mark);
            assertThat(unwritten.written(mark)).isNull();
        }
    }

    private static RecordMark of(ByteBuffer buffer, int at) {
        return RecordMark.of(buffer, at, null, true);
    }

    private static ByteBuffer direct(byte[] bytes, int at) {
        ByteBuffer copy =
                ByteBuffer.allocateDirect(at + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
        copy.position(at);
        copy.put(bytes);
        copy.position(at);
        return copy;
    }

    private static void same(RecordMark one, RecordMark other) {
        assertThat(one == null).isEqualTo(other == null);
        assertThat(one == null || one.isLike(other)).isTrue();
    }
}
