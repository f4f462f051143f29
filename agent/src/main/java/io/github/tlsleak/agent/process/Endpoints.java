package io.github.tlsleak.agent.process;

import org.jspecify.annotations.Nullable;

/** Finds out which TCP connection a transport has. Implementations are thread-safe. */
public interface Endpoints {

    /**
     * The connection of a transport. Nothing of the transport is called.
     *
     * @param transport a socket or channel
     * @return null if it is not known, or if there is none
     */
    @Nullable TcpEndpoint of(Object transport);

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
