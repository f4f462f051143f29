package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED_CLIENT;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.FATAL;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_CLOSE_NOTIFY;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STARTED_CLIENT;

/**
 * {@code sun.security.ssl.TransportContext}, which knows what the public API does not tell:
 * implicit handshakes, alerts sent and received. Names are the same from 8u261 to 28.
 */
public final class SunTransportInstrumentation {

    private static final HookArgument TRANSPORT = HookArgument.field("transport");
    private static final String HANDSHAKE = "handshakeContext";

    private SunTransportInstrumentation() {}

    public static void plan(AdvicePlan plan) {
        // begins any handshake, also one that a read or write brings about
        on(plan, "kickstart", 0, Advice.around(Advice.calls(), started()));
        on(plan, "finishHandshake", 0, Advice.onEnter(established()));
        on(plan, "closeInbound", 0, Advice.onEnter(closeNotify()));
        // parks the transport for SunRecordInstrumentation, whose record does not know it
        on(plan, "warning", 1, Advice.internal(TRANSPORT));
        on(plan, "fatal", 4, Advice.onEnter(fatal()));
    }

    private static void on(AdvicePlan plan, String method, int arguments, Advice advice) {
        plan.on(method, MethodMatcher.named(method).taking(arguments), advice);
    }

    private static HookCall started() {
        HookArgument role = HookArgument.role(STARTED_CLIENT, HANDSHAKE);
        return HookCall.event(role, TRANSPORT, HookArgument.NULL, HookArgument.NULL)
                .when(HookCall.When.NOT_NULL, HookArgument.field(HANDSHAKE));
    }

    private static HookCall established() {
        HookArgument role = HookArgument.role(ESTABLISHED_CLIENT, HANDSHAKE);
        return HookCall.event(
                role,
                TRANSPORT,
                HookArgument.field("conSession"),
                HookArgument.field("sslContext"));
    }

    private static HookCall closeNotify() {
        return HookCall.event(PEER_CLOSE_NOTIFY, TRANSPORT, HookArgument.NULL, HookArgument.NULL)
                .when(HookCall.When.TRUE, HookArgument.field("isInputCloseNotified"));
    }

    private static HookCall fatal() {
        return HookCall.event(FATAL, TRANSPORT, HookArgument.argument(3), HookArgument.NULL);
    }
}
