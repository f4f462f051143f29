package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;

/**
 * {@code sun.security.ssl.SSLSocketOutputRecord}: a normal return means the alert was handed to the
 * raw socket, a closed record writes nothing and says nothing.
 */
final class SunRecordInstrumentation {

    private SunRecordInstrumentation() {}

    static void plan(Plan plan) {
        plan.on(
                "encodeAlert",
                named("encodeAlert").and(takesArguments(byte.class, byte.class)),
                Advices.of(AlertAdvice.class));
    }

    static final class AlertAdvice {

        private AlertAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static boolean enter(@Advice.FieldValue("isClosed") boolean closed) {
            return closed;
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        static void exit(
                @Advice.Enter boolean closed,
                @Advice.Argument(1) byte description,
                @Advice.Thrown Throwable thrown) {
            if (!closed) {
                TlsLeakHooks.alertWritten(description, thrown);
            }
        }
    }
}
