package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.BOUND;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE;

/** {@code java.net.ServerSocket}, whose close, bind and accept {@code SSLServerSocket}s inherit. */
final class ServerSocketInstrumentation {

    static final ClassAdvice SERVER_SOCKET =
            ClassAdvice.onUse("java/net/ServerSocket")
                    .on(
                            "implAccept",
                            MethodMatcher.named("implAccept").taking("(Ljava/net/Socket;)"),
                            Advice.onReturn(
                                    HookCall.event(
                                            CONNECTED,
                                            HookArgument.argument(0),
                                            HookArgument.NULL,
                                            HookArgument.SELF)))
                    .on("close", MethodMatcher.named("close").taking("()"), Advice.operation(CLOSE))
                    .on(
                            "bind",
                            MethodMatcher.named("bind").taking("(Ljava/net/SocketAddress;I)"),
                            Advice.onReturn(HookCall.event(BOUND)));

    private ServerSocketInstrumentation() {}
}
