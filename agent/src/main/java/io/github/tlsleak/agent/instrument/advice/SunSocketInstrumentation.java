package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.LAYERED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_EOF;

/** SunJSSE's socket: the public API, and when it is connected, layered, or at its end of stream. */
final class SunSocketInstrumentation {

    static final ClassAdvice SOCKET =
            SessionInstrumentation.socket(ClassAdvice.onLoad(JdkClasses.SUN_SOCKET))
                    .on(
                            "doneConnect",
                            MethodMatcher.named("doneConnect").taking("()"),
                            Advice.onReturn(
                                    HookCall.event(CONNECTED, HookArgument.field("peerHost"))))
                    // it calls the public shutdownInput(), which is not the program's call then
                    .on(
                            "handleEOF",
                            MethodMatcher.named("handleEOF").taking(1),
                            Advice.internal(HookArgument.SELF, HookCall.event(PEER_EOF)));

    /** The half-closes of this class are those of the transport, and get no hooks. */
    static final ClassAdvice BASE =
            ClassAdvice.onLoad(JdkClasses.SUN_BASE_SOCKET)
                    .on(
                            "<init>(Socket)",
                            MethodMatcher.constructors().taking("(Ljava/net/Socket;"),
                            Advice.onReturn(HookCall.event(LAYERED, HookArgument.field("self"))));

    static final ClassAdvice STREAMS =
            ClassAdvice.onLoad(JdkClasses.SUN_INPUT, JdkClasses.SUN_OUTPUT)
                    .on(
                            "read or write",
                            MethodMatcher.named("read", "write").taking("([BII)"),
                            Advice.onReturn(HookCall.active(HookArgument.field("this$0"))));

    private SunSocketInstrumentation() {}
}
