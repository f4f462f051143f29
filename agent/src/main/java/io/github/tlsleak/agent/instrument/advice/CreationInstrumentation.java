package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;

/** Constructors of the abstract classes of JSSE, which the objects of every provider run. */
final class CreationInstrumentation {

    /** Of the socket's constructors, those with parameters connect it. */
    static final ClassAdvice SOCKET =
            ClassAdvice.onLoad(JdkClasses.SSL_SOCKET)
                    .on(
                            "<init>()",
                            MethodMatcher.constructors().taking("()"),
                            Advice.onReturn(HookCall.created()))
                    .on(
                            "<init>(...)",
                            MethodMatcher.constructors(),
                            Advice.onReturn(
                                    HookCall.created(),
                                    HookCall.event(CONNECTED, HookArgument.argument(0))));

    static final ClassAdvice ENGINE_AND_SERVER =
            constructors(ClassAdvice.onLoad(JdkClasses.SSL_ENGINE, JdkClasses.SSL_SERVER_SOCKET));

    static final ClassAdvice FACTORY =
            constructors(ClassAdvice.onLoad(JdkClasses.SSL_SOCKET_FACTORY)).withoutSessions();

    private CreationInstrumentation() {}

    private static ClassAdvice constructors(ClassAdvice of) {
        return of.on("<init>", MethodMatcher.constructors(), Advice.onReturn(HookCall.created()));
    }
}
