package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.CONNECTED;
import static io.github.tlsleak.instrument.HookEvents.RAW_CLOSED;
import static io.github.tlsleak.instrument.HookEvents.RAW_LINGER;
import static io.github.tlsleak.instrument.HookEvents.RAW_SHUT;

/**
 * {@code java.net.Socket}: the transport of a session or below one, connected, closed, shut or set
 * to reset.
 */
final class RawSocketInstrumentation {

    private RawSocketInstrumentation() {}

    static void plan(Plan plan) {
        Call closed = Call.event(RAW_CLOSED, Value.SELF, Value.NULL, Value.NULL);
        Call shut = Call.event(RAW_SHUT, Value.SELF, Value.NULL, Value.NULL);
        Call linger = Call.event(RAW_LINGER, Value.SELF, Value.LINGER, Value.NULL);
        Call connected = Call.event(CONNECTED, Value.SELF, Value.argument(0), Value.NULL);
        plan.on(
                "connect",
                Methods.named("connect").taking("(Ljava/net/SocketAddress;I)"),
                Advice.onReturn(connected));
        plan.on("close", Methods.named("close").taking("()"), Advice.onEnter(closed));
        plan.on(
                "shutdownOutput",
                Methods.named("shutdownOutput").taking("()"),
                Advice.onEnter(shut));
        plan.on(
                "setSoLinger",
                Methods.named("setSoLinger").taking("(ZI)"),
                Advice.onReturn(linger));
    }
}
