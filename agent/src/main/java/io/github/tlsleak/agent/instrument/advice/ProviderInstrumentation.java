package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.NATIVE_FREED;

import io.github.tlsleak.agent.provider.NativeMemory;

/** What sockets and engines of known providers tell beyond the public API. */
public final class ProviderInstrumentation {

    private static final String BOUNCY_CASTLE = "org/bouncycastle/jsse/provider/ProvSSL";

    private ProviderInstrumentation() {}

    /** One of several classes that extend each other has the method, the others need not. */
    public static void plan(AdvicePlan plan, String internalName) {
        if (internalName.startsWith(BOUNCY_CASTLE)) {
            // reads and writes make the handshake as well
            plan.where(
                    MethodMatcher.named("notifyHandshakeComplete").taking(1),
                    Advice.onReturn(told(ESTABLISHED)));
            // a read may close the socket below, for the peer has closed
            plan.where(
                    MethodMatcher.named("closeSocket").taking("()"),
                    Advice.internal(HookArgument.SELF));
        }
        String frees = NativeMemory.freedBy(internalName.replace('/', '.'));
        if (frees != null) {
            plan.on(
                    frees,
                    MethodMatcher.named(frees).taking("()"),
                    Advice.onReturn(told(NATIVE_FREED)));
        }
    }

    private static HookCall told(int event) {
        return HookCall.event(event, HookArgument.SELF, HookArgument.NULL, HookArgument.NULL);
    }
}
