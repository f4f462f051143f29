package io.github.tlsleak.agent.track;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a handshake agreed on: few combinations, shared by many sessions. Immutable. The cache is
 * bounded and may be raced: then two sessions hold two that are equal.
 */
public final class TlsParameters {

    private static final TlsParameters[] CACHE = new TlsParameters[64];

    /** Standard name of the protocol. */
    public final String protocol;

    /** Standard name of the cipher suite. */
    public final @Nullable String cipherSuite;

    private TlsParameters(String protocol, @Nullable String cipherSuite) {
        this.protocol = protocol;
        this.cipherSuite = cipherSuite;
    }

    static TlsParameters on(String protocol, @Nullable String cipherSuite) {
        int hash = 31 * Objects.hashCode(protocol) + Objects.hashCode(cipherSuite);
        int slot = (hash ^ hash >>> 16) & CACHE.length - 1;
        TlsParameters known = CACHE[slot];
        if (known != null
                && Objects.equals(known.protocol, protocol)
                && Objects.equals(known.cipherSuite, cipherSuite)) {
            return known;
        }
        TlsParameters fresh = new TlsParameters(protocol, cipherSuite);
        CACHE[slot] = fresh;
        return fresh;
    }
}
