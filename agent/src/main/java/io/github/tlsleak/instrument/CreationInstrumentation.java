package io.github.tlsleak.instrument;

/** Constructors of the abstract JSSE classes: every provider's objects run them. */
final class CreationInstrumentation {

    private CreationInstrumentation() {}

    static void plan(Plan plan) {
        plan.on("<init>", Methods.constructors(), Advice.onReturn(Call.created()));
    }
}
