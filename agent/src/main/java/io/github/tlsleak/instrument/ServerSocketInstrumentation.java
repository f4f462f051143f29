package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.BOUND;
import static io.github.tlsleak.instrument.HookOperations.CLOSE;

/** {@code java.net.ServerSocket}, whose close and bind {@code SSLServerSocket}s inherit. */
final class ServerSocketInstrumentation {

    private ServerSocketInstrumentation() {}

    static void plan(Plan plan) {
        Call bound = Call.event(BOUND, Value.SELF, Value.NULL, Value.NULL);
        plan.on("close", Methods.named("close").taking("()"), Advice.operation(CLOSE));
        plan.on(
                "bind",
                Methods.named("bind").taking("(Ljava/net/SocketAddress;I)"),
                Advice.onReturn(bound));
    }
}
