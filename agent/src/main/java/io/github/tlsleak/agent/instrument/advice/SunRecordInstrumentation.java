package io.github.tlsleak.agent.instrument.advice;

/**
 * {@code sun.security.ssl.SSLSocketOutputRecord}: a normal return means the alert was handed to the
 * raw socket, a closed record writes nothing and says nothing.
 */
public final class SunRecordInstrumentation {

    private SunRecordInstrumentation() {}

    public static void plan(AdvicePlan plan) {
        HookCall closed = HookCall.keep(HookArgument.field("isClosed"));
        HookCall written =
                HookCall.alertWritten(HookArgument.argument(1))
                        .when(HookCall.When.FALSE, HookArgument.KEPT);
        plan.on(
                "encodeAlert",
                MethodMatcher.named("encodeAlert").taking("(BB)"),
                Advice.around(Advice.calls(closed), written));
    }
}
