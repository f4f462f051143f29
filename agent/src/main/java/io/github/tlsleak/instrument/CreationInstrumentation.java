package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;

import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;

/** Constructors of the abstract JSSE classes: every provider's objects run them. */
final class CreationInstrumentation {

    private CreationInstrumentation() {}

    static void plan(Plan plan) {
        plan.on("<init>", isConstructor(), Advices.of(CreatedAdvice.class));
    }

    static final class CreatedAdvice {

        private CreatedAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.This Object self) {
            TlsLeakHooks.created(self);
        }
    }
}
