package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.CONNECTED;
import static io.github.tlsleak.instrument.HookEvents.LAYERED;
import static io.github.tlsleak.instrument.HookEvents.PEER_EOF;

/** SunJSSE's socket: the public API, and when it is connected, layered, at end of stream. */
final class SunSocketInstrumentation {

    private SunSocketInstrumentation() {}

    static void plan(Plan plan) {
        SessionInstrumentation.socket(plan);
        Call connected = Call.event(CONNECTED, Value.SELF, Value.field("peerHost"), Value.NULL);
        Call eof = Call.event(PEER_EOF, Value.SELF, Value.NULL, Value.NULL);
        plan.on(
                "doneConnect",
                Methods.named("doneConnect").taking("()"),
                Advice.onReturn(connected));
        // it calls the public shutdownInput(), which is not the program's doing then
        plan.on(
                "handleEOF",
                Methods.named("handleEOF").taking(1),
                Advice.internal(Value.SELF, eof));
    }

    /** For {@code BaseSSLSocketImpl}; its half-closes are raw ones and carry no hooks. */
    static void layering(Plan plan) {
        Call layered = Call.event(LAYERED, Value.SELF, Value.field("self"), Value.NULL);
        plan.on(
                "<init>(Socket)",
                Methods.constructors().taking("(Ljava/net/Socket;"),
                Advice.onReturn(layered));
    }

    /** For the socket's streams. */
    static void streams(Plan plan) {
        plan.on(
                "read or write",
                Methods.named("read", "write").taking("([BII)"),
                Advice.onReturn(Call.active(Value.field("this$0"))));
    }
}
