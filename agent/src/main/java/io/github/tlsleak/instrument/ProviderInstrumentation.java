package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.ESTABLISHED;
import static io.github.tlsleak.instrument.HookEvents.NATIVE_FREED;

/** What sockets and engines of known providers tell beyond the public API. */
final class ProviderInstrumentation {

    private static final String BOUNCY_CASTLE = "org/bouncycastle/jsse/provider/ProvSSL";

    private ProviderInstrumentation() {}

    /** One of several classes that extend each other has the method, the others need not. */
    static void plan(Plan plan, String internalName) {
        if (internalName.startsWith(BOUNCY_CASTLE)) {
            // reads and writes make the handshake as well
            plan.where(
                    Methods.named("notifyHandshakeComplete").taking(1),
                    Advice.onReturn(told(ESTABLISHED)));
            // a read may close the socket below, for the peer has closed
            plan.where(Methods.named("closeSocket").taking("()"), Advice.internal(Value.SELF));
        }
        String frees = NativeMemory.freedBy(internalName.replace('/', '.'));
        if (frees != null) {
            plan.on(frees, Methods.named(frees).taking("()"), Advice.onReturn(told(NATIVE_FREED)));
        }
    }

    private static Call told(int event) {
        return Call.event(event, Value.SELF, Value.NULL, Value.NULL);
    }
}
