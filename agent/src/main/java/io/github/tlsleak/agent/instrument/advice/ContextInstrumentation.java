package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONTEXT_CREATED;

/** {@code SSLContext}: its making. */
public final class ContextInstrumentation {

    private ContextInstrumentation() {}

    public static void plan(AdvicePlan plan) {
        HookCall made =
                HookCall.event(
                        CONTEXT_CREATED,
                        HookArgument.SELF,
                        HookArgument.argument(0),
                        HookArgument.NULL);
        plan.on("<init>", MethodMatcher.constructors(), Advice.onReturn(made));
    }
}
