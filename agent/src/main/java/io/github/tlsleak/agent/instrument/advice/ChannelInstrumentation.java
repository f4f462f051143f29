package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CHANNEL_CLOSED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.CHANNEL_OPTION;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_SHUT;

/**
 * {@code sun.nio.ch.SocketChannelImpl}: what the bytes of engines go to. Its methods for streams,
 * {@code blocking*}, came with JDK 13.
 */
public final class ChannelInstrumentation {

    private static final String BUFFER = "Ljava/nio/ByteBuffer;";

    private ChannelInstrumentation() {}

    public static void plan(AdvicePlan plan) {
        write(plan, "write", "(" + BUFFER + ")", BUFFER, HookArgument.argument(0));
        write(
                plan,
                "write[]",
                "([" + BUFFER + "II)",
                "[" + BUFFER + "I",
                HookArgument.argument(0),
                HookArgument.argument(1));
        HookCall[] none = Advice.calls();
        plan.on("read", read("(" + BUFFER + ")"), Advice.around(none, HookCall.moved()));
        plan.on("read[]", read("([" + BUFFER + "II)"), Advice.around(none, HookCall.moved()));
        plan.where(
                MethodMatcher.named("blockingWriteFully").taking("([BII)"),
                Advice.around(
                        Advice.calls(
                                HookCall.writing(
                                        "[BI", HookArgument.argument(0), HookArgument.argument(1))),
                        HookCall.moved()));
        plan.where(
                MethodMatcher.named("blockingRead").taking("([BII"),
                Advice.around(none, HookCall.moved()));
        ends(plan);
    }

    private static void write(
            AdvicePlan plan,
            String name,
            String parameters,
            String types,
            HookArgument... arguments) {
        plan.on(
                name,
                MethodMatcher.named("write").taking(parameters),
                Advice.around(Advice.calls(HookCall.writing(types, arguments)), HookCall.moved()));
    }

    private static MethodMatcher read(String parameters) {
        return MethodMatcher.named("read").taking(parameters);
    }

    private static void ends(AdvicePlan plan) {
        HookCall closed =
                HookCall.event(
                        CHANNEL_CLOSED, HookArgument.SELF, HookArgument.NULL, HookArgument.NULL);
        HookCall shut =
                HookCall.event(
                        TRANSPORT_SHUT, HookArgument.SELF, HookArgument.NULL, HookArgument.NULL);
        HookCall option =
                HookCall.event(
                        CHANNEL_OPTION,
                        HookArgument.SELF,
                        HookArgument.argument(0),
                        HookArgument.argument(1));
        plan.on(
                "implCloseSelectableChannel",
                MethodMatcher.named("implCloseSelectableChannel").taking("()"),
                Advice.onEnter(closed));
        plan.on(
                "shutdownOutput",
                MethodMatcher.named("shutdownOutput").taking("()"),
                Advice.onEnter(shut));
        plan.on(
                "setOption",
                MethodMatcher.named("setOption")
                        .taking(
                                "(Ljava/net/SocketOption;Ljava/lang/Object;)"
                                        + "Ljava/nio/channels/SocketChannel;"),
                Advice.onReturn(option));
    }
}
