package io.github.tlsleak.cli.report.model.names;

import java.util.ArrayList;
import java.util.List;

/** The host of a peer, and its ports. Stateless. */
public final class PeerHost {

    private PeerHost() {}

    /**
     * The host of a peer whose host and port are in one text. An IPv6 address is whole with eight
     * groups; an address that is shortened keeps what may be its port.
     */
    public static String of(String peer) {
        int colon = peer.lastIndexOf(':');
        if (colon <= 0 || !isPort(peer, colon + 1)) {
            return peer;
        }
        String host = peer.substring(0, colon);
        boolean name = host.indexOf(':') < 0;
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return name || bracketed || isWhole(host) ? host : peer;
    }

    /** Ports of a host among peers, in their order. */
    public static List<String> ports(String host, List<String> peers) {
        List<String> ports = new ArrayList<>();
        for (String peer : peers) {
            if (peer.length() > host.length() + 1
                    && peer.startsWith(host)
                    && peer.charAt(host.length()) == ':'
                    && isPort(peer, host.length() + 1)) {
                ports.add(peer.substring(host.length() + 1));
            }
        }
        return ports;
    }

    private static boolean isPort(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < text.length() && text.length() - from <= 5;
    }

    /** Whether a text has as many groups as an IPv6 address that is not shortened. */
    private static boolean isWhole(String host) {
        return !host.contains("::") && host.split(":", -1).length == 8;
    }
}
