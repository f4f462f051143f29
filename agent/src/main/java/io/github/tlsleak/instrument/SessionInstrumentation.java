package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.LAYERED;
import static io.github.tlsleak.instrument.HookOperations.CLOSE;
import static io.github.tlsleak.instrument.HookOperations.CLOSE_INPUT;
import static io.github.tlsleak.instrument.HookOperations.CLOSE_OUTPUT;
import static io.github.tlsleak.instrument.HookOperations.HANDSHAKE;
import static io.github.tlsleak.instrument.HookOperations.LINK;
import static io.github.tlsleak.instrument.HookOperations.UNWRAP;
import static io.github.tlsleak.instrument.HookOperations.WRAP;

/**
 * The public API of any {@code SSLSocket}, {@code SSLEngine} or {@code SSLSocketFactory}, where a
 * class overrides it.
 */
final class SessionInstrumentation {

    private SessionInstrumentation() {}

    /** As {@link #engine}, and what of sockets alone JSSE knows. */
    static void socket(Plan plan) {
        operation(plan, CLOSE, "close");
        engine(plan);
    }

    /**
     * A class overrides what it overrides: none of these must be there. An engine's own {@code
     * close()} is none of them: it closes by what it calls in there.
     */
    static void engine(Plan plan) {
        operation(plan, CLOSE_OUTPUT, "shutdownOutput", "closeOutbound");
        operation(plan, CLOSE_INPUT, "shutdownInput", "closeInbound");
        operation(plan, HANDSHAKE, "startHandshake", "beginHandshake");
        operation(plan, LINK, "getInputStream", "getOutputStream", "getSession");
        wrap(plan, "(Ljava/nio/ByteBuffer;Ljava/nio/ByteBuffer;)", 1);
        wrap(plan, "([Ljava/nio/ByteBuffer;Ljava/nio/ByteBuffer;)", 1);
        wrap(plan, "([Ljava/nio/ByteBuffer;IILjava/nio/ByteBuffer;)", 3);
        plan.where(Methods.named("wrap").ofPublicApi(), Advice.operation(WRAP));
        plan.where(Methods.named("unwrap").ofPublicApi(), Advice.operation(UNWRAP));
    }

    private static void wrap(Plan plan, String parameters, int destination) {
        plan.where(
                Methods.named("wrap").taking(parameters).ofPublicApi(), Advice.wrap(destination));
    }

    /** What layers a socket over another. */
    static void factory(Plan plan) {
        Call layered =
                Call.event(LAYERED, Value.RESULT, Value.argument(0), Value.argument(1))
                        .when(Call.When.NOT_NULL, Value.RESULT);
        plan.where(
                Methods.named("createSocket").taking("(Ljava/net/Socket;").ofPublicApi(),
                Advice.onReturn(layered));
    }

    private static void operation(Plan plan, int op, String... names) {
        plan.where(Methods.named(names).taking("()").ofPublicApi(), Advice.operation(op));
    }
}
