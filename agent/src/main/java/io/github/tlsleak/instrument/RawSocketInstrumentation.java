package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;

/** {@code java.net.Socket}: the transport below a layered session, closed or set to reset. */
final class RawSocketInstrumentation {

    private RawSocketInstrumentation() {}

    static void plan(Plan plan) {
        plan.on("close", named("close").and(takesArguments(0)), Advices.of(CloseAdvice.class))
                .on(
                        "setSoLinger",
                        named("setSoLinger").and(takesArguments(boolean.class, int.class)),
                        Advices.of(LingerAdvice.class));
    }

    static final class CloseAdvice {

        private CloseAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Advice.This Object self) {
            TlsLeakHooks.event(TlsLeakHooks.RAW_CLOSED, self, null, null);
        }
    }

    static final class LingerAdvice {

        private LingerAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(
                @Advice.This Object self,
                @Advice.Argument(0) boolean on,
                @Advice.Argument(1) int seconds) {
            TlsLeakHooks.event(TlsLeakHooks.RAW_LINGER, self, on ? seconds : -1, null);
        }
    }
}
