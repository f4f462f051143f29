package io.github.tlsleak.apps.heap.old.sun.security.ssl;

import io.github.tlsleak.apps.wrap.DelegatingEngine;
import java.util.Arrays;
import java.util.LinkedList;

/** Has the fields of SunJSSE's engine before Java 8u261, as far as they are read. */
public final class SSLEngineImpl extends DelegatingEngine {

    final int connectionState;
    final Exception closeReason = null;
    final boolean recvCN;
    final boolean inboundDone;
    final EngineWriter writer;

    /**
     * @param waiting how many records wait for a wrap
     */
    public SSLEngineImpl(int connectionState, boolean recvCN, boolean inboundDone, int waiting) {
        super(null);
        this.connectionState = connectionState;
        this.recvCN = recvCN;
        this.inboundDone = inboundDone;
        this.writer = new EngineWriter(waiting);
    }

    /** What is to be wrapped. */
    static final class EngineWriter {
        final LinkedList<Object> outboundList;

        EngineWriter(int waiting) {
            outboundList = new LinkedList<>(Arrays.asList(new Object[waiting]));
        }
    }
}
