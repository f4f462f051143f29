package io.github.tlsleak.cli.heap.agent;

import java.util.function.ToLongFunction;

/**
 * The bits of a session's state, with the values that they have in the dumped JVM. The rules are
 * those of the agent's {@code OpenState}; a test compares them. Immutable.
 */
final class StateBits {

    static final String ENGINE = "SSL_ENGINE";
    private static final String SERVER_SOCKET = "SSL_SERVER_SOCKET";

    private final int used;
    private final int over;
    private final int engineOver;
    private final int descriptorClosed;
    private final int ended;
    private final int adopted;

    /**
     * @param bits the value of a constant of the agent's {@code SessionState}; 0 if not known
     */
    StateBits(ToLongFunction<String> bits) {
        descriptorClosed = (int) bits.applyAsLong("DESCRIPTOR_CLOSED");
        used = sum(bits, "CONNECTED", "STARTED");
        over = sum(bits, "CLOSED", "FATAL", "UNDERCUT", "RESCUED");
        engineOver = sum(bits, "OUTPUT_CLOSED", "CLOSE_NOTIFY") | descriptorClosed;
        ended = sum(bits, "STARTED", "CLOSED");
        adopted = (int) bits.applyAsLong("ADOPTED");
    }

    private static int sum(ToLongFunction<String> bits, String... names) {
        int sum = 0;
        for (String name : names) {
            sum |= (int) bits.applyAsLong(name);
        }
        return sum;
    }

    /** Whether the constants have been found: their class may not have been initialized yet. */
    boolean areKnown() {
        return used != 0 && over != 0;
    }

    /** Whether the session is older than the agent. */
    boolean isAdopted(int state) {
        return (state & adopted) != 0;
    }

    /**
     * Whether the program still has to close the session.
     *
     * @param resource name of the kind of object
     */
    boolean isOpen(String resource, int state) {
        if (resource.equals(SERVER_SOCKET) || (state & used) == 0 || (state & over) != 0) {
            return false;
        }
        return (state & (resource.equals(ENGINE) ? engineOver : descriptorClosed)) == 0;
    }

    /** What has become of a session that is not reported, in a word. */
    String word(String resource, int state) {
        if (!areKnown()) {
            return "unknown";
        }
        if (isOpen(resource, state)) {
            return "open";
        }
        return (state & ended) != 0 ? "over" : "not used yet";
    }
}
