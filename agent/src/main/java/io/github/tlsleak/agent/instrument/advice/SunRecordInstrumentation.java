package io.github.tlsleak.agent.instrument.advice;

/**
 * {@code sun.security.ssl.SSLSocketOutputRecord}. If its method returns normally, the alert was
 * handed to the transport. A closed record also returns normally, but writes nothing.
 */
final class SunRecordInstrumentation {

    static final ClassAdvice RECORD =
            ClassAdvice.onLoad(JdkClasses.SUN_RECORD)
                    .on(
                            "encodeAlert",
                            MethodMatcher.named("encodeAlert").taking("(BB)"),
                            Advice.around(
                                    Advice.calls(HookCall.keep(HookArgument.field("isClosed"))),
                                    HookCall.alertWritten(HookArgument.argument(1))
                                            .when(HookCall.When.FALSE, HookArgument.KEPT)));

    private SunRecordInstrumentation() {}
}
