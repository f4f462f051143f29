package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.CONTEXT_CREATED;
import static io.github.tlsleak.instrument.HookEvents.CONTEXT_ENGINE;

/** {@code SSLContext}: its making, and the engines it makes. */
final class ContextInstrumentation {

    private ContextInstrumentation() {}

    static void plan(Plan plan) {
        Call made = Call.event(CONTEXT_CREATED, Value.SELF, Value.argument(0), Value.NULL);
        Call engine = Call.event(CONTEXT_ENGINE, Value.SELF, Value.RESULT, Value.NULL);
        plan.on("<init>", Methods.constructors(), Advice.onReturn(made));
        plan.on("createSSLEngine", Methods.named("createSSLEngine"), Advice.onReturn(engine));
    }
}
