package io.github.tlsleak.agent.instrument.advice;

import javax.net.ssl.TlsLeakHooks;

/**
 * Methods of which hooks report the beginning and the end. The numbers belong to the hooks'
 * protocol.
 *
 * <p>They are not in the hooks class, because that stays in the boot loader until the JVM ends.
 */
public final class HookOperations {

    /** {@code SSLSocket.close()}, {@code SSLServerSocket.close()}. */
    public static final int CLOSE = 1;

    /** {@code shutdownOutput()}, {@code closeOutbound()}. */
    public static final int CLOSE_OUTPUT = 2;

    /** {@code shutdownInput()}, {@code closeInbound()}. */
    public static final int CLOSE_INPUT = TlsLeakHooks.CLOSE_INPUT;

    /** {@code startHandshake()}, {@code beginHandshake()}. */
    public static final int HANDSHAKE = 4;

    /** {@code SSLEngine.wrap()}; the result is the {@code SSLEngineResult}. */
    public static final int WRAP = 5;

    /** {@code SSLEngine.unwrap()}; the result is the {@code SSLEngineResult}. */
    public static final int UNWRAP = 6;

    /** Methods without a meaning of their own: they show which object delegates to which. */
    public static final int LINK = 7;

    /** A method of a provider that is not part of the public API. */
    public static final int INTERNAL = 8;

    private HookOperations() {}
}
