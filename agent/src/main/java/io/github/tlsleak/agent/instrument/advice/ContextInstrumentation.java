package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONTEXT_CREATED;

/** The constructor of {@code SSLContext}, whose first argument is the provider's part. */
final class ContextInstrumentation {

    static final ClassAdvice CONTEXT =
            ClassAdvice.onLoad(JdkClasses.SSL_CONTEXT)
                    .on(
                            "<init>",
                            MethodMatcher.constructors(),
                            Advice.onReturn(
                                    HookCall.event(CONTEXT_CREATED, HookArgument.argument(0))));

    private ContextInstrumentation() {}
}
