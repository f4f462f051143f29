package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.CONTEXT_CREATED;

/** {@code SSLContext}: its making. */
final class ContextInstrumentation {

    private ContextInstrumentation() {}

    static void plan(Plan plan) {
        Call made = Call.event(CONTEXT_CREATED, Value.SELF, Value.argument(0), Value.NULL);
        plan.on("<init>", Methods.constructors(), Advice.onReturn(made));
    }
}
