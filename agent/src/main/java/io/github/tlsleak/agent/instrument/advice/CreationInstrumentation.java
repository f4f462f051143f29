package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;

/** Constructors of the abstract JSSE classes: every provider's objects run them. */
public final class CreationInstrumentation {

    private CreationInstrumentation() {}

    public static void plan(AdvicePlan plan) {
        plan.on("<init>", MethodMatcher.constructors(), Advice.onReturn(HookCall.created()));
    }

    /** Of the socket's, those with parameters have connected it. */
    public static void socket(AdvicePlan plan) {
        plan.on(
                "<init>()",
                MethodMatcher.constructors().taking("()"),
                Advice.onReturn(HookCall.created()));
        HookCall connected =
                HookCall.event(
                        CONNECTED, HookArgument.SELF, HookArgument.argument(0), HookArgument.NULL);
        plan.on(
                "<init>(...)",
                MethodMatcher.constructors(),
                Advice.onReturn(HookCall.created(), connected));
    }
}
