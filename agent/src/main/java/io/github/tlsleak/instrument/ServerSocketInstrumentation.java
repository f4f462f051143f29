package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.BOUND;
import static io.github.tlsleak.instrument.HookEvents.CONNECTED;
import static io.github.tlsleak.instrument.HookOperations.CLOSE;

/** {@code java.net.ServerSocket}, whose close, bind and accept {@code SSLServerSocket}s inherit. */
final class ServerSocketInstrumentation {

    private ServerSocketInstrumentation() {}

    static void plan(Plan plan) {
        Call bound = Call.event(BOUND, Value.SELF, Value.NULL, Value.NULL);
        Call accepted = Call.event(CONNECTED, Value.argument(0), Value.NULL, Value.NULL);
        plan.on(
                "implAccept",
                Methods.named("implAccept").taking("(Ljava/net/Socket;)"),
                Advice.onReturn(accepted));
        plan.on("close", Methods.named("close").taking("()"), Advice.operation(CLOSE));
        plan.on(
                "bind",
                Methods.named("bind").taking("(Ljava/net/SocketAddress;I)"),
                Advice.onReturn(bound));
    }
}
