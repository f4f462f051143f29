package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_CLOSED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_LINGER;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_SHUT;

/**
 * {@code java.net.Socket}: the transport of a session or below one, connected, closed, shut or set
 * to reset.
 */
public final class RawSocketInstrumentation {

    private RawSocketInstrumentation() {}

    public static void plan(AdvicePlan plan) {
        HookCall closed =
                HookCall.event(
                        TRANSPORT_CLOSED, HookArgument.SELF, HookArgument.NULL, HookArgument.NULL);
        HookCall shut =
                HookCall.event(
                        TRANSPORT_SHUT, HookArgument.SELF, HookArgument.NULL, HookArgument.NULL);
        HookCall linger =
                HookCall.event(
                        TRANSPORT_LINGER,
                        HookArgument.SELF,
                        HookArgument.LINGER,
                        HookArgument.NULL);
        HookCall connected =
                HookCall.event(
                        CONNECTED, HookArgument.SELF, HookArgument.argument(0), HookArgument.NULL);
        plan.on(
                "connect",
                MethodMatcher.named("connect").taking("(Ljava/net/SocketAddress;I)"),
                Advice.onReturn(connected));
        plan.on("close", MethodMatcher.named("close").taking("()"), Advice.onEnter(closed));
        plan.on(
                "shutdownOutput",
                MethodMatcher.named("shutdownOutput").taking("()"),
                Advice.onEnter(shut));
        plan.on(
                "setSoLinger",
                MethodMatcher.named("setSoLinger").taking("(ZI)"),
                Advice.onReturn(linger));
    }
}
