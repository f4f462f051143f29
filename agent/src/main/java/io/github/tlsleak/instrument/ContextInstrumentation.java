package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;

import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;

/** {@code SSLContext}: its making, and the engines it makes. */
final class ContextInstrumentation {

    private ContextInstrumentation() {}

    static void plan(Plan plan) {
        plan.on("<init>", isConstructor(), Advices.of(MadeAdvice.class))
                .on("createSSLEngine", named("createSSLEngine"), Advices.of(EngineAdvice.class));
    }

    static final class MadeAdvice {

        private MadeAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.This Object self, @Advice.Argument(0) Object spi) {
            TlsLeakHooks.event(TlsLeakHooks.CONTEXT_CREATED, self, spi, null);
        }
    }

    static final class EngineAdvice {

        private EngineAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.This Object self, @Advice.Return Object engine) {
            TlsLeakHooks.event(TlsLeakHooks.CONTEXT_ENGINE, self, engine, null);
        }
    }
}
