package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.LAYERED;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE_INPUT;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE_OUTPUT;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.HANDSHAKE;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.LINK;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.UNWRAP;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.WRAP;

/**
 * The public API of any {@code SSLSocket}, {@code SSLEngine} or {@code SSLSocketFactory}, where a
 * class overrides it.
 */
public final class SessionInstrumentation {

    private SessionInstrumentation() {}

    /** As {@link #engine}, and what of sockets alone JSSE knows. */
    public static void socket(AdvicePlan plan) {
        operation(plan, CLOSE, "close");
        engine(plan);
    }

    /**
     * A class overrides what it overrides: none of these must be there. An engine's own {@code
     * close()} is none of them: it closes by what it calls in there.
     */
    public static void engine(AdvicePlan plan) {
        operation(plan, CLOSE_OUTPUT, "shutdownOutput", "closeOutbound");
        operation(plan, CLOSE_INPUT, "shutdownInput", "closeInbound");
        operation(plan, HANDSHAKE, "startHandshake", "beginHandshake");
        operation(plan, LINK, "getInputStream", "getOutputStream", "getSession");
        wrap(plan, "(Ljava/nio/ByteBuffer;Ljava/nio/ByteBuffer;)", 1);
        wrap(plan, "([Ljava/nio/ByteBuffer;Ljava/nio/ByteBuffer;)", 1);
        wrap(plan, "([Ljava/nio/ByteBuffer;IILjava/nio/ByteBuffer;)", 3);
        plan.where(MethodMatcher.named("wrap").ofPublicApi(), Advice.operation(WRAP));
        plan.where(MethodMatcher.named("unwrap").ofPublicApi(), Advice.operation(UNWRAP));
    }

    private static void wrap(AdvicePlan plan, String parameters, int destination) {
        plan.where(
                MethodMatcher.named("wrap").taking(parameters).ofPublicApi(),
                Advice.wrap(destination));
    }

    /** What layers a socket over another. */
    public static void factory(AdvicePlan plan) {
        HookCall layered =
                HookCall.event(
                                LAYERED,
                                HookArgument.RESULT,
                                HookArgument.argument(0),
                                HookArgument.argument(1))
                        .when(HookCall.When.NOT_NULL, HookArgument.RESULT);
        plan.where(
                MethodMatcher.named("createSocket").taking("(Ljava/net/Socket;").ofPublicApi(),
                Advice.onReturn(layered));
    }

    private static void operation(AdvicePlan plan, int op, String... names) {
        plan.where(MethodMatcher.named(names).taking("()").ofPublicApi(), Advice.operation(op));
    }
}
