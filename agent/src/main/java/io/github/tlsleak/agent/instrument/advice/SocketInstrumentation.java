package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_CLOSED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_LINGER;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_SHUT;

/**
 * {@code java.net.Socket}, which is the transport of a session, or the base of an {@code
 * SSLSocket}: it is connected, closed, shut down, or set to reset the connection.
 */
final class SocketInstrumentation {

    static final ClassAdvice SOCKET =
            ClassAdvice.onUse("java/net/Socket")
                    .on(
                            "connect",
                            MethodMatcher.named("connect").taking("(Ljava/net/SocketAddress;I)"),
                            Advice.onReturn(HookCall.event(CONNECTED, HookArgument.argument(0))))
                    .on(
                            "close",
                            MethodMatcher.named("close").taking("()"),
                            Advice.onEnter(HookCall.event(TRANSPORT_CLOSED)))
                    .on(
                            "shutdownOutput",
                            MethodMatcher.named("shutdownOutput").taking("()"),
                            Advice.onEnter(HookCall.event(TRANSPORT_SHUT)))
                    .on(
                            "setSoLinger",
                            MethodMatcher.named("setSoLinger").taking("(ZI)"),
                            Advice.onReturn(HookCall.event(TRANSPORT_LINGER, HookArgument.LINGER)));

    private SocketInstrumentation() {}
}
