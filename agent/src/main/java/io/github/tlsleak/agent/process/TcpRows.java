package io.github.tlsleak.agent.process;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads lines of {@code /proc/net/tcp} and {@code tcp6}, as proc(5) describes them, into a table.
 * It takes bytes as they come and keeps one line. Used by one thread.
 *
 * <p>A line is {@code "0: 0100007F:C4AA 0100007F:8C93 08 ..."}: number, local and remote address
 * with port, state. An address is one word for IPv4 and four for IPv6, each printed as the machine
 * holds it in memory.
 */
final class TcpRows {

    /** Number, both addresses of IPv6, ports and state take less. */
    private static final int LINE = 128;

    private static final String HEADING = "local_address";
    private static final int WORD_DIGITS = 8;
    private static final int ESTABLISHED = 1;
    private static final int CLOSE_WAIT = 8;
    private static final int LISTEN = 10;

    private final TcpTable table;
    private final int max;
    private final boolean reversed;
    private final byte[] line = new byte[LINE];
    private final int[] local = new int[4];
    private final int[] remote = new int[4];
    private int length;
    private int at;
    private boolean head = true;
    private boolean isTable;
    private int rows;

    /**
     * @param table is filled
     * @param max the most rows that are taken
     * @param order of bytes on this machine
     */
    TcpRows(TcpTable table, int max, ByteOrder order) {
        this.table = table;
        this.max = max;
        this.reversed = order == ByteOrder.LITTLE_ENDIAN;
    }

    /** A file begins: its first line is a heading. What is left of a line before is not whole. */
    void begin() {
        if (length > 0) {
            table.incomplete();
        }
        length = 0;
        head = true;
        isTable = false;
    }

    /** Whether the file has the heading of a TCP table. */
    boolean isTable() {
        return isTable;
    }

    /**
     * Takes bytes.
     *
     * @return false if there are too many rows
     */
    boolean take(byte[] bytes, int count) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, start, i);
                start = i + 1;
                if (!row()) {
                    return false;
                }
            }
        }
        keep(bytes, start, count);
        return true;
    }

    /** Adds to the line what fits. */
    private void keep(byte[] bytes, int start, int end) {
        int count = Math.min(end - start, LINE - length);
        System.arraycopy(bytes, start, line, length, count);
        length += count;
    }

    private boolean row() {
        if (head) {
            isTable = new String(line, 0, length, StandardCharsets.ISO_8859_1).contains(HEADING);
        } else if (length > 0) {
            if (++rows > max) {
                return false;
            }
            if (!parse()) {
                table.incomplete();
            }
        }
        head = false;
        length = 0;
        return true;
    }

    private boolean parse() {
        at = 0;
        if (!number()) {
            return false;
        }
        int localPort = address(local);
        int remotePort = localPort < 0 ? -1 : address(remote);
        if (remotePort < 0 || !blanks()) {
            return false;
        }
        long state = hex(2);
        if (state < 0 || at < length && line[at] != ' ') {
            return false;
        }
        if (state == LISTEN) {
            table.addListening(localPort);
        } else if (localPort > 0 && remotePort > 0) {
            int[] r = remote;
            long key = TcpEndpoint.key(localPort, remotePort, r[0], r[1], r[2], r[3]);
            table.add(localPort, key, state((int) state));
        }
        return true;
    }

    private static TcpState state(int number) {
        return number == ESTABLISHED
                ? TcpState.ESTABLISHED
                : number == CLOSE_WAIT ? TcpState.CLOSE_WAIT : TcpState.OTHER;
    }

    /** The number of the row with a colon. */
    private boolean number() {
        blanks();
        int start = at;
        while (at < length && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        return at > start && at < length && line[at++] == ':';
    }

    /** Reads an address into four words in network order; returns the port, or -1. */
    private int address(int[] words) {
        if (!blanks()) {
            return -1;
        }
        int count = 0;
        while (at < length && line[at] != ':') {
            long word = count < words.length ? hex(WORD_DIGITS) : -1;
            if (word < 0) {
                return -1;
            }
            words[count++] = reversed ? Integer.reverseBytes((int) word) : (int) word;
        }
        if (at >= length || count != 1 && count != words.length) {
            return -1;
        }
        at++;
        if (count == 1) {
            words[3] = words[0];
            words[0] = 0;
            words[1] = 0;
            words[2] = 0xffff;
        }
        return (int) hex(4);
    }

    private boolean blanks() {
        int start = at;
        while (at < length && line[at] == ' ') {
            at++;
        }
        return at > start;
    }

    /** A number of so many hexadecimal digits; -1 if there is none. */
    private long hex(int digits) {
        if (length - at < digits) {
            return -1;
        }
        long value = 0;
        for (int end = at + digits; at < end; at++) {
            int digit = digit(line[at]);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** The kernel prints upper case. */
    private static int digit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        return b >= 'A' && b <= 'F' ? b - 'A' + 10 : -1;
    }
}
