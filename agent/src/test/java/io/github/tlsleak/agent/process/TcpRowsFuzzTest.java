package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;

/** A table of connections as no kernel prints it. */
@Timeout(20)
class TcpRowsFuzzTest {

    private static final int MAX = 1_000;
    private static final String HEAD = "  sl  local_address rem_address   st tx_queue\n";
    private static final String FIRST = "   1: 0100007F:FFF1 0700007F:FFF2 08 00000000:00000000\n";
    private static final String LAST = "   2: 0100007F:FFF3 0700007F:FFF4 01 00000000:00000000\n";

    /** Good rows around anything are known, and how the bytes come in does not matter. */
    @FuzzTest
    void goodRowsAroundAnything(byte[] input) throws UnknownHostException {
        byte[] head = (HEAD + FIRST).getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\n" + LAST).getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + input.length + tail.length);
        System.arraycopy(input, 0, all, head.length, input.length);
        System.arraycopy(tail, 0, all, head.length + input.length, tail.length);
        TcpTable whole = new TcpTable();
        boolean taken = take(whole, all, all.length);
        TcpTable pieces = new TcpTable();
        assertThat(take(pieces, all, 1)).isEqualTo(taken);
        if (!taken) {
            return;
        }
        assertThat(pieces.size()).isEqualTo(whole.size());
        known(whole, pieces, 0xFFF1, 0xFFF2, TcpState.CLOSE_WAIT);
        known(whole, pieces, 0xFFF3, 0xFFF4, TcpState.ESTABLISHED);
        whole.finish(TcpTable.NONE, 1);
        pieces.finish(whole, 2);
        assertThat(pieces.closeWaits()).isEqualTo(whole.closeWaits());
    }

    /** The same row in two states is one that is not known. */
    private static void known(TcpTable one, TcpTable other, int local, int remote, TcpState state)
            throws UnknownHostException {
        TcpEndpoint at =
                TcpEndpoint.of(local, InetAddress.getByAddress(new byte[] {127, 0, 0, 7}), remote);
        assertThat(one.state(at)).isIn(state, TcpState.UNKNOWN).isEqualTo(other.state(at));
        assertThat(one.closeWaitSince(at)).isEqualTo(other.closeWaitSince(at));
    }

    private static boolean take(TcpTable table, byte[] all, int piece) {
        TcpRows rows = new TcpRows(table, MAX, ByteOrder.LITTLE_ENDIAN);
        rows.begin();
        for (int at = 0; at < all.length; at += piece) {
            byte[] part = Arrays.copyOfRange(all, at, Math.min(all.length, at + piece));
            if (!rows.take(part, part.length)) {
                return false;
            }
        }
        rows.begin();
        return true;
    }
}
