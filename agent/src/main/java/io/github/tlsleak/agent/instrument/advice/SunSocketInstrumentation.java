package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.LAYERED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_EOF;

/** SunJSSE's socket: the public API, and when it is connected, layered, at end of stream. */
public final class SunSocketInstrumentation {

    private SunSocketInstrumentation() {}

    public static void plan(AdvicePlan plan) {
        SessionInstrumentation.socket(plan);
        HookCall connected =
                HookCall.event(
                        CONNECTED,
                        HookArgument.SELF,
                        HookArgument.field("peerHost"),
                        HookArgument.NULL);
        HookCall eof =
                HookCall.event(PEER_EOF, HookArgument.SELF, HookArgument.NULL, HookArgument.NULL);
        plan.on(
                "doneConnect",
                MethodMatcher.named("doneConnect").taking("()"),
                Advice.onReturn(connected));
        // it calls the public shutdownInput(), which is not the program's doing then
        plan.on(
                "handleEOF",
                MethodMatcher.named("handleEOF").taking(1),
                Advice.internal(HookArgument.SELF, eof));
    }

    /** For {@code BaseSSLSocketImpl}; its half-closes are raw ones and carry no hooks. */
    public static void layering(AdvicePlan plan) {
        HookCall layered =
                HookCall.event(
                        LAYERED, HookArgument.SELF, HookArgument.field("self"), HookArgument.NULL);
        plan.on(
                "<init>(Socket)",
                MethodMatcher.constructors().taking("(Ljava/net/Socket;"),
                Advice.onReturn(layered));
    }

    /** For the socket's streams. */
    public static void streams(AdvicePlan plan) {
        plan.on(
                "read or write",
                MethodMatcher.named("read", "write").taking("([BII)"),
                Advice.onReturn(HookCall.active(HookArgument.field("this$0"))));
    }
}
