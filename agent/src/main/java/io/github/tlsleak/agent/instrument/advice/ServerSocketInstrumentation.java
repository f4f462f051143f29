package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.BOUND;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE;

/** {@code java.net.ServerSocket}, whose close, bind and accept {@code SSLServerSocket}s inherit. */
public final class ServerSocketInstrumentation {

    private ServerSocketInstrumentation() {}

    public static void plan(AdvicePlan plan) {
        HookCall bound =
                HookCall.event(BOUND, HookArgument.SELF, HookArgument.NULL, HookArgument.NULL);
        HookCall accepted =
                HookCall.event(
                        CONNECTED, HookArgument.argument(0), HookArgument.NULL, HookArgument.NULL);
        plan.on(
                "implAccept",
                MethodMatcher.named("implAccept").taking("(Ljava/net/Socket;)"),
                Advice.onReturn(accepted));
        plan.on("close", MethodMatcher.named("close").taking("()"), Advice.operation(CLOSE));
        plan.on(
                "bind",
                MethodMatcher.named("bind").taking("(Ljava/net/SocketAddress;I)"),
                Advice.onReturn(bound));
    }
}
