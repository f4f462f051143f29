package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.CHANNEL_CLOSED;
import static io.github.tlsleak.instrument.HookEvents.CHANNEL_OPTION;
import static io.github.tlsleak.instrument.HookEvents.RAW_SHUT;

/**
 * {@code sun.nio.ch.SocketChannelImpl}: what the bytes of engines go to. Its methods for streams,
 * {@code blocking*}, came with JDK 13.
 */
final class ChannelInstrumentation {

    private static final String BUFFER = "Ljava/nio/ByteBuffer;";

    private ChannelInstrumentation() {}

    static void plan(Plan plan) {
        write(plan, "write", "(" + BUFFER + ")", BUFFER, Value.argument(0));
        write(
                plan,
                "write[]",
                "([" + BUFFER + "II)",
                "[" + BUFFER + "I",
                Value.argument(0),
                Value.argument(1));
        Call[] none = Advice.calls();
        plan.on("read", read("(" + BUFFER + ")"), Advice.around(none, Call.moved()));
        plan.on("read[]", read("([" + BUFFER + "II)"), Advice.around(none, Call.moved()));
        plan.where(
                Methods.named("blockingWriteFully").taking("([BII)"),
                Advice.around(
                        Advice.calls(Call.writing("[BI", Value.argument(0), Value.argument(1))),
                        Call.moved()));
        plan.where(
                Methods.named("blockingRead").taking("([BII"), Advice.around(none, Call.moved()));
        ends(plan);
    }

    private static void write(
            Plan plan, String name, String parameters, String types, Value... arguments) {
        plan.on(
                name,
                Methods.named("write").taking(parameters),
                Advice.around(Advice.calls(Call.writing(types, arguments)), Call.moved()));
    }

    private static Methods read(String parameters) {
        return Methods.named("read").taking(parameters);
    }

    private static void ends(Plan plan) {
        Call closed = Call.event(CHANNEL_CLOSED, Value.SELF, Value.NULL, Value.NULL);
        Call shut = Call.event(RAW_SHUT, Value.SELF, Value.NULL, Value.NULL);
        Call option = Call.event(CHANNEL_OPTION, Value.SELF, Value.argument(0), Value.argument(1));
        plan.on(
                "implCloseSelectableChannel",
                Methods.named("implCloseSelectableChannel").taking("()"),
                Advice.onEnter(closed));
        plan.on(
                "shutdownOutput",
                Methods.named("shutdownOutput").taking("()"),
                Advice.onEnter(shut));
        plan.on(
                "setOption",
                Methods.named("setOption")
                        .taking(
                                "(Ljava/net/SocketOption;Ljava/lang/Object;)"
                                        + "Ljava/nio/channels/SocketChannel;"),
                Advice.onReturn(option));
    }
}
