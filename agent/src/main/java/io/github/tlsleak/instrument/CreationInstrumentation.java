package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookEvents.CONNECTED;

/** Constructors of the abstract JSSE classes: every provider's objects run them. */
final class CreationInstrumentation {

    private CreationInstrumentation() {}

    static void plan(Plan plan) {
        plan.on("<init>", Methods.constructors(), Advice.onReturn(Call.created()));
    }

    /** Of the socket's, those with parameters have connected it. */
    static void socket(Plan plan) {
        plan.on("<init>()", Methods.constructors().taking("()"), Advice.onReturn(Call.created()));
        Call connected = Call.event(CONNECTED, Value.SELF, Value.argument(0), Value.NULL);
        plan.on("<init>(...)", Methods.constructors(), Advice.onReturn(Call.created(), connected));
    }
}
