package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TcpTablesTest {

    private static final String HEAD = "  sl  local_address rem_address   st tx_queue rx_queue\n";
    private static final String REST = " 00000000:00000000 00:00000000 00000000     0        0 1\n";

    @TempDir Path dir;

    private static TcpEndpoint at(int localPort, String remote, int remotePort) throws IOException {
        return TcpEndpoint.of(localPort, InetAddress.getByName(remote), remotePort);
    }

    private static String word(byte[] address, int at) {
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append(String.format("%02X", address[at + (little ? 3 - i : i)]));
        }
        return word.toString();
    }

    /** An address as the kernel of this machine prints it. */
    private static String printed(String address) throws IOException {
        byte[] bytes = InetAddress.getByName(address).getAddress();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 4) {
            words.append(word(bytes, i));
        }
        return words.toString();
    }

    private static String mapped(String four) throws IOException {
        byte[] bytes = {0, 0, -1, -1};
        return "0000000000000000" + word(bytes, 0) + printed(four);
    }

    private static String row(int localPort, String remote, int remotePort, String state) {
        String local = "0".repeat(remote.length());
        return String.format(
                " 123: %s:%04X %s:%04X %s%s", local, localPort, remote, remotePort, state, REST);
    }

    private TcpTables tables(String four, String six) throws IOException {
        Files.writeString(dir.resolve("tcp"), four);
        if (six != null) {
            Files.writeString(dir.resolve("tcp6"), six);
        }
        return new TcpTables(dir.toFile(), 100);
    }

    private TcpTable table(String... rows) throws IOException {
        return tables(HEAD + String.join("", rows), null).read(TcpTable.NONE, 1);
    }

    @Test
    void asTheKernelPrintsIt() throws Exception {
        // of a little-endian machine
        String text =
                HEAD
                        + "   2: 0100007F:8C93 0100007F:C4AA 05 00000000:00000000 03:0000175C 000\n"
                        + "   3: 0100007F:C4AA 0100007F:8C93 08 00000000:00000001 00:00000000 000\n"
                        + "   1: 00000000000000000000000001000000:ADBC"
                        + " 00000000000000000000000001000000:E2AB 01 00000000:00000000\n"
                        + "   1: 0000000000000000FFFF00000100007F:E2AB"
                        + " 0000000000000000FFFF00000100007F:CE46 01 00000000:00000000\n";
        TcpTable table = new TcpTable();
        TcpRows rows = new TcpRows(table, 100, ByteOrder.LITTLE_ENDIAN);
        // whatever the pieces are
        for (byte b : text.getBytes()) {
            assertThat(rows.take(new byte[] {b}, 1)).isTrue();
        }
        assertThat(rows.isTable()).isTrue();
        assertThat(table.state(at(0xC4AA, "127.0.0.1", 0x8C93))).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(table.state(at(0x8C93, "127.0.0.1", 0xC4AA))).isEqualTo(TcpState.OTHER);
        assertThat(table.state(at(0xADBC, "::1", 0xE2AB))).isEqualTo(TcpState.ESTABLISHED);
        assertThat(table.state(at(0xE2AB, "127.0.0.1", 0xCE46))).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void onABigEndianMachine() throws Exception {
        TcpTable table = new TcpTable();
        String text = HEAD + "   3: 7F000001:C4AA 0A010203:01BB 08 00000000:00000001\n";
        new TcpRows(table, 100, ByteOrder.BIG_ENDIAN).take(text.getBytes(), text.length());
        assertThat(table.state(at(0xC4AA, "10.1.2.3", 443))).isEqualTo(TcpState.CLOSE_WAIT);
    }

    @Test
    void bothFamilies() throws Exception {
        String four = HEAD + row(5000, printed("10.1.2.3"), 443, "08");
        String six =
                HEAD
                        + row(5001, printed("2001:db8::17"), 443, "08")
                        + row(5002, mapped("10.1.2.3"), 443, "01")
                        + row(5003, printed("fe80::1"), 443, "06");
        TcpTable table = tables(four, six).read(TcpTable.NONE, 1);
        assertThat(table.isKnown()).isTrue();
        assertThat(table.size()).isEqualTo(4);
        assertThat(table.state(at(5000, "10.1.2.3", 443))).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(table.state(at(5001, "2001:db8::17", 443))).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(table.state(at(5002, "10.1.2.3", 443))).isEqualTo(TcpState.ESTABLISHED);
        assertThat(table.state(at(5003, "fe80::1", 443))).isEqualTo(TcpState.OTHER);
        assertThat(table.state(at(5004, "10.1.2.3", 443))).isEqualTo(TcpState.GONE);
        assertThat(table.state(null)).isEqualTo(TcpState.UNKNOWN);
    }

    @Test
    void otherConnectionsOfTheSameLocalPort() throws Exception {
        String other = row(5000, printed("10.9.9.9"), 443, "01");
        // a load balancer of the kernel may have taken another address
        assertThat(table(other).state(at(5000, "10.1.2.3", 443))).isEqualTo(TcpState.UNKNOWN);
        // a server's own port has one row for each client
        assertThat(table(other, row(5000, "00000000", 0, "0A")).state(at(5000, "10.1.2.3", 443)))
                .isEqualTo(TcpState.GONE);
    }

    @Test
    void twoStatesForOneConnectionProveNothing() throws Exception {
        String wait = row(5000, printed("10.1.2.3"), 443, "08");
        String up = row(5000, printed("10.1.2.3"), 443, "01");
        TcpEndpoint endpoint = at(5000, "10.1.2.3", 443);
        assertThat(table(wait, up).state(endpoint)).isEqualTo(TcpState.UNKNOWN);
        assertThat(table(up, wait, wait).state(endpoint)).isEqualTo(TcpState.UNKNOWN);
        assertThat(table(wait, wait).state(endpoint)).isEqualTo(TcpState.CLOSE_WAIT);
    }

    @Test
    void garbageIsPassedOver() throws Exception {
        String good = row(5000, printed("10.1.2.3"), 443, "08");
        String[] bad = {
            "garbage\n",
            "\u0000\u0001 : : :\n",
            good.substring(0, 30) + "\n",
            "  1: 0100007Z:8C93 0100007F:C4AA 08 0\n",
            "  1: 0100007F0:8C93 0100007F:C4AA 08 0\n",
            "  1: 0100007F:8C 0100007F:C4AA 08 0\n",
            "  1: 0100007F:8C93 0100007F:C4AA 008 0\n",
            "  1: 0100007F:8C93\n",
            "x".repeat(100_000) + "\n",
            good.substring(0, 20), // the file ends inside a line
        };
        for (String line : bad) {
            TcpTable table = table(good, line);
            assertThat(table.isKnown()).isTrue();
            assertThat(table.state(at(5000, "10.1.2.3", 443))).isEqualTo(TcpState.CLOSE_WAIT);
            // it may have stood in that line
            assertThat(table.state(at(5001, "10.1.2.3", 443))).as(line).isEqualTo(TcpState.UNKNOWN);
        }
    }

    @Test
    void noTable() throws Exception {
        TcpTable none = new TcpTables(dir.toFile(), 100).read(TcpTable.NONE, 1);
        assertThat(none.isKnown()).isFalse();
        assertThat(none.problem()).isNull();
        assertThat(none.state(at(5000, "10.1.2.3", 443))).isEqualTo(TcpState.UNKNOWN);
        assertThat(none.closeWaitSince(at(5000, "10.1.2.3", 443))).isEqualTo(-1);
    }

    @Test
    void emptyOrHidden() throws Exception {
        TcpTable empty = tables("", null).read(TcpTable.NONE, 1);
        assertThat(empty.isKnown()).isFalse();
        assertThat(empty.problem()).endsWith("/tcp is no TCP table");
        TcpTable half = tables(HEAD, "").read(TcpTable.NONE, 1);
        assertThat(half.problem()).endsWith("/tcp6 is no TCP table");
        assertThat(tables(HEAD, HEAD).read(TcpTable.NONE, 1).isKnown()).isTrue();
    }

    /** Nobody can read the beginning of a process's memory, the administrator neither. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void unreadable() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("tcp"), Path.of("/proc/self/mem"));
        TcpTable table = new TcpTables(dir.toFile(), 100).read(TcpTable.NONE, 1);
        Files.delete(link);
        assertThat(table.isKnown()).isFalse();
        assertThat(table.problem()).contains("tcp");
        assertThat(table.state(at(5000, "10.1.2.3", 443))).isEqualTo(TcpState.UNKNOWN);
    }

    @Test
    void tooLarge() throws Exception {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 1; i <= 100; i++) {
            rows.append(row(i, printed("10.1.2.3"), 443, "01"));
        }
        assertThat(tables(rows.toString(), HEAD).read(TcpTable.NONE, 1).size()).isEqualTo(100);
        TcpTable table =
                tables(rows.toString(), HEAD + row(5000, printed("::1"), 443, "01"))
                        .read(TcpTable.NONE, 1);
        assertThat(table.isKnown()).isFalse();
        assertThat(table.problem()).startsWith("more than 100 connections in ");
        assertThat(table.state(at(1, "10.1.2.3", 443))).isEqualTo(TcpState.UNKNOWN);
    }

    @Test
    void sinceWhen() throws Exception {
        String wait = row(5000, printed("10.1.2.3"), 443, "08");
        String more = row(5001, printed("10.1.2.3"), 443, "08");
        TcpTable first = tables(HEAD + wait, null).read(TcpTable.NONE, 1_000);
        TcpTable second = tables(HEAD + wait + more, null).read(first, 2_000);
        assertThat(second.closeWaitSince(at(5000, "10.1.2.3", 443))).isEqualTo(1_000);
        assertThat(second.closeWaitSince(at(5001, "10.1.2.3", 443))).isEqualTo(2_000);
        TcpTable third = tables(HEAD + more, null).read(second, 3_000);
        assertThat(third.closeWaitSince(at(5000, "10.1.2.3", 443))).isEqualTo(-1);
        assertThat(
                        tables(HEAD + wait, null)
                                .read(third, 4_000)
                                .closeWaitSince(at(5000, "10.1.2.3", 443)))
                .isEqualTo(4_000);
    }

    @Test
    void manyRows() throws Exception {
        int count = 200_000;
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < count; i++) {
            String remote = printed("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
            text.append(row(1024 + i % 60_000, remote, 443, i % 10 == 0 ? "08" : "01"));
        }
        Files.writeString(dir.resolve("tcp"), text);
        TcpTable table = new TcpTables(dir.toFile(), TcpTables.MAX_ROWS).read(TcpTable.NONE, 1_000);
        assertThat(table.isKnown()).isTrue();
        assertThat(table.size()).isEqualTo(count);
        assertThat(table.state(at(1024, "10.0.0.0", 443))).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(table.state(at(1025, "10.0.0.1", 443))).isEqualTo(TcpState.ESTABLISHED);
        int last = count - 1;
        assertThat(table.state(at(1024 + last % 60_000, "10.3.13.63", 443)))
                .isEqualTo(TcpState.ESTABLISHED);
    }
}
