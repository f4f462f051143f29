package io.github.tlsleak.agent.process;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Both ends of a TCP connection, without the local address, which sockets of the JDK do not keep.
 * Immutable.
 */
public final class TcpEndpoint {

    /** The first words of an IPv6 address that stands for an IPv4 one (RFC 4291, 2.5.5.2). */
    private static final int MAPPED = 0xffff;

    final int localPort;
    final long key;

    private TcpEndpoint(int localPort, long key) {
        this.localPort = localPort;
        this.key = key;
    }

    /**
     * @param localPort as the socket knows it
     * @param remote address of the peer; null if it is not known
     * @param remotePort as the socket knows it
     * @return null if a part is not known: a port out of 1 to 65 535, or a wildcard address
     */
    public static @Nullable TcpEndpoint of(
            int localPort, @Nullable InetAddress remote, int remotePort) {
        if (remote == null || remote.isAnyLocalAddress() || !isPort(localPort, remotePort)) {
            return null;
        }
        ByteBuffer address = ByteBuffer.wrap(remote.getAddress());
        boolean four = address.remaining() == Integer.BYTES;
        long key =
                four
                        ? key(localPort, remotePort, 0, 0, MAPPED, address.getInt())
                        : key(
                                localPort,
                                remotePort,
                                address.getInt(),
                                address.getInt(),
                                address.getInt(),
                                address.getInt());
        return new TcpEndpoint(localPort, key);
    }

    private static boolean isPort(int local, int remote) {
        return local > 0 && local <= 0xffff && remote > 0 && remote <= 0xffff;
    }

    /**
     * What a connection is found by: exact for IPv4, a hash of 64 bits for IPv6. Never 0.
     *
     * @param a the first four bytes of an IPv6 address in network order; IPv4 is mapped
     */
    static long key(int localPort, int remotePort, int a, int b, int c, int d) {
        long ports = (long) localPort << 48 | (long) remotePort << 32;
        if (a == 0 && b == 0 && c == MAPPED) {
            return ports | d & 0xffff_ffffL;
        }
        long high = (long) a << 32 | b & 0xffff_ffffL;
        long low = (long) c << 32 | d & 0xffff_ffffL;
        long key = mix(mix(mix(high) + low) ^ ports);
        return key == 0 ? 1 : key;
    }

    /** The finalizer of SplitMix64: each bit of the result depends on all bits. */
    static long mix(long bits) {
        long z = bits + 0x9e37_79b9_7f4a_7c15L;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }
}
