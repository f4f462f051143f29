package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.ESTABLISHED_CLIENT;
import static io.github.tlsleak.instrument.HookEvents.FATAL;
import static io.github.tlsleak.instrument.HookEvents.PEER_CLOSE_NOTIFY;
import static io.github.tlsleak.instrument.HookEvents.STARTED_CLIENT;

/**
 * {@code sun.security.ssl.TransportContext}, which knows what the public API does not tell:
 * implicit handshakes, alerts sent and received. Names are the same from 8u261 to 28.
 */
final class SunTransportInstrumentation {

    private static final Value TRANSPORT = Value.field("transport");
    private static final String HANDSHAKE = "handshakeContext";

    private SunTransportInstrumentation() {}

    static void plan(Plan plan) {
        // begins any handshake, also one that a read or write brings about
        on(plan, "kickstart", 0, Advice.around(Advice.calls(), started()));
        on(plan, "finishHandshake", 0, Advice.onEnter(established()));
        on(plan, "closeInbound", 0, Advice.onEnter(closeNotify()));
        // parks the transport for SunRecordInstrumentation, whose record does not know it
        on(plan, "warning", 1, Advice.internal(TRANSPORT));
        on(plan, "fatal", 4, Advice.onEnter(fatal()));
    }

    private static void on(Plan plan, String method, int arguments, Advice advice) {
        plan.on(method, Methods.named(method).taking(arguments), advice);
    }

    private static Call started() {
        Value role = Value.role(STARTED_CLIENT, HANDSHAKE);
        return Call.event(role, TRANSPORT, Value.NULL, Value.NULL)
                .when(Call.When.NOT_NULL, Value.field(HANDSHAKE));
    }

    private static Call established() {
        Value role = Value.role(ESTABLISHED_CLIENT, HANDSHAKE);
        return Call.event(role, TRANSPORT, Value.field("conSession"), Value.field("sslContext"));
    }

    private static Call closeNotify() {
        return Call.event(PEER_CLOSE_NOTIFY, TRANSPORT, Value.NULL, Value.NULL)
                .when(Call.When.TRUE, Value.field("isInputCloseNotified"));
    }

    private static Call fatal() {
        return Call.event(FATAL, TRANSPORT, Value.argument(3), Value.NULL);
    }
}
