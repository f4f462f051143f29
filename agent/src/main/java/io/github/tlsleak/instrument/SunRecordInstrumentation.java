package io.github.tlsleak.instrument;

/**
 * {@code sun.security.ssl.SSLSocketOutputRecord}: a normal return means the alert was handed to the
 * raw socket, a closed record writes nothing and says nothing.
 */
final class SunRecordInstrumentation {

    private SunRecordInstrumentation() {}

    static void plan(Plan plan) {
        Call closed = Call.keep(Value.field("isClosed"));
        Call written = Call.alertWritten(Value.argument(1)).when(Call.When.FALSE, Value.KEPT);
        plan.on(
                "encodeAlert",
                Methods.named("encodeAlert").taking("(BB)"),
                Advice.around(Advice.calls(closed), written));
    }
}
