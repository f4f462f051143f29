package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED_CLIENT;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.FATAL;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_CLOSE_NOTIFY;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_SPOKE;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STARTED_CLIENT;

/**
 * {@code sun.security.ssl.TransportContext}, which knows what the public API does not show:
 * implicit handshakes, alerts sent and received. The names are the same from JDK 8u261 to 28.
 */
public final class SunTransportInstrumentation {

    private static final HookArgument TRANSPORT = HookArgument.field("transport");
    private static final String HANDSHAKE = "handshakeContext";

    public static final ClassAdvice TRANSPORT_CONTEXT =
            ClassAdvice.onLoad(JdkClasses.SUN_TRANSPORT)
                    // begins any handshake, also one that a read or write brings about
                    .on("kickstart", taking("kickstart", 0), started())
                    .on("finishHandshake", taking("finishHandshake", 0), established())
                    // every record of the peer's but application data
                    .where(taking("dispatch", 1), Advice.onEnter(spoke()))
                    .on("closeInbound", taking("closeInbound", 0), closeNotify())
                    // puts the session at work on the thread: the record of the alert that is
                    // written inside, see SunRecordInstrumentation, does not know its session
                    .on("warning", taking("warning", 1), Advice.internal(TRANSPORT))
                    .on("fatal", taking("fatal", 4), fatal());

    private SunTransportInstrumentation() {}

    private static MethodMatcher taking(String method, int parameters) {
        return MethodMatcher.named(method).taking(parameters);
    }

    private static Advice started() {
        HookArgument role = HookArgument.role(STARTED_CLIENT, HANDSHAKE);
        return Advice.around(
                Advice.calls(),
                HookCall.event(role, TRANSPORT, HookArgument.NULL, HookArgument.NULL)
                        .when(HookCall.When.NOT_NULL, HookArgument.field(HANDSHAKE)));
    }

    private static HookCall spoke() {
        return HookCall.event(PEER_SPOKE, TRANSPORT, HookArgument.NULL, HookArgument.NULL);
    }

    private static Advice established() {
        return Advice.onEnter(
                HookCall.event(
                        HookArgument.role(ESTABLISHED_CLIENT, HANDSHAKE),
                        TRANSPORT,
                        HookArgument.field("conSession"),
                        HookArgument.field("sslContext")));
    }

    private static Advice closeNotify() {
        return Advice.onEnter(
                HookCall.event(PEER_CLOSE_NOTIFY, TRANSPORT, HookArgument.NULL, HookArgument.NULL)
                        .when(HookCall.When.TRUE, HookArgument.field("isInputCloseNotified")));
    }

    private static Advice fatal() {
        return Advice.onEnter(
                HookCall.event(FATAL, TRANSPORT, HookArgument.argument(3), HookArgument.NULL));
    }
}
