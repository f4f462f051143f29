package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CHANNEL_CLOSED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.CHANNEL_OPTION;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_SHUT;

/**
 * {@code sun.nio.ch.SocketChannelImpl}, the channel that the records of an engine go to. Its
 * methods for streams, {@code blocking*}, came with JDK 13.
 */
final class ChannelInstrumentation {

    private static final String BUFFER = "Ljava/nio/ByteBuffer;";
    private static final String OPTION_AND_VALUE = "(Ljava/net/SocketOption;Ljava/lang/Object;)";

    private static final HookArgument FIRST = HookArgument.argument(0);
    private static final HookArgument SECOND = HookArgument.argument(1);

    static final ClassAdvice CHANNEL =
            ClassAdvice.onEngineUse("sun/nio/ch/SocketChannelImpl")
                    .withoutSessions()
                    .on("write", taking("write", "(" + BUFFER + ")"), writing(BUFFER, FIRST))
                    .on(
                            "write[]",
                            taking("write", "([" + BUFFER + "II)"),
                            writing("[" + BUFFER + "I", FIRST, SECOND))
                    .on("read", taking("read", "(" + BUFFER + ")"), reading())
                    .on("read[]", taking("read", "([" + BUFFER + "II)"), reading())
                    .where(taking("blockingWriteFully", "([BII)"), writing("[BI", FIRST, SECOND))
                    .where(taking("blockingRead", "([BII"), reading())
                    .on(
                            "implCloseSelectableChannel",
                            taking("implCloseSelectableChannel", "()"),
                            Advice.onEnter(HookCall.event(CHANNEL_CLOSED)))
                    .on(
                            "shutdownOutput",
                            taking("shutdownOutput", "()"),
                            Advice.onEnter(HookCall.event(TRANSPORT_SHUT)))
                    .on(
                            "setOption",
                            taking(
                                    "setOption",
                                    OPTION_AND_VALUE + "Ljava/nio/channels/SocketChannel;"),
                            Advice.onReturn(
                                    HookCall.event(
                                            CHANNEL_OPTION, HookArgument.SELF, FIRST, SECOND)));

    private ChannelInstrumentation() {}

    private static MethodMatcher taking(String name, String parameters) {
        return MethodMatcher.named(name).taking(parameters);
    }

    private static Advice writing(String types, HookArgument... arguments) {
        return Advice.around(Advice.calls(HookCall.writing(types, arguments)), HookCall.moved());
    }

    private static Advice reading() {
        return Advice.around(Advice.calls(), HookCall.moved());
    }
}
