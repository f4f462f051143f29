package io.github.tlsleak.agent.instrument.advice;

import javax.net.ssl.TlsLeakHooks;

/**
 * Methods that begin and end, as hooks tell them. Numbers are part of the hooks' protocol.
 *
 * <p>Apart from the hooks class, which lives in the boot loader to the JVM's end.
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

    /** Without a meaning of its own: it shows which object works through which. */
    public static final int LINK = 7;

    /** Provider code between two public methods. */
    public static final int INTERNAL = 8;

    private HookOperations() {}
}
