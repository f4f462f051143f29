package io.github.tlsleak.agent.process;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Finds out what a transport is connected to. Implementations are thread-safe. */
public interface Endpoints {

    /**
     * The connection of a transport. Nothing of the transport is called.
     *
     * @param transport a socket or channel
     * @return null if it is not known, or if there is none
     */
    @Nullable TcpEndpoint of(Object transport);

    /**
     * The handlers that the bytes of a channel go through, where a framework keeps such a list.
     * Nothing of the channel is called.
     *
     * @param channel an engine's channel
     * @return {@code name (class), ...} from the network to the program; null if it is not known
     */
    default @Nullable String pipeline(Object channel) {
        return null;
    }

    /**
     * The peer that an engine was made for, or the one at the other end of a socket or channel.
     * Nothing of the object is called, and no name is looked up.
     *
     * @return null if it is not known
     */
    default @Nullable InetSocketAddress peer(Object object) {
        return null;
    }

    /** Knows of no connection. */
    static Endpoints none() {
        return new Endpoints() {
            @Override
            public @Nullable TcpEndpoint of(Object transport) {
                return null;
            }
        };
    }
}
