package io.github.tlsleak.instrument;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;

/** How advice is applied: inlined, every Throwable of its body handed to the hooks' counter. */
final class Advices {

    private static final Advice.ExceptionHandler COUNTING = counting();

    private Advices() {}

    /** Advice without an operation. */
    static Advice of(Class<?> advice) {
        return Advice.withCustomMapping().to(advice).withExceptionHandler(COUNTING);
    }

    /** Enter and exit of an operation, told as one of {@code TlsLeakHooks}' constants. */
    static Advice operation(int op) {
        return Advice.withCustomMapping()
                .bind(Op.class, op)
                .to(OperationAdvice.class)
                .withExceptionHandler(COUNTING);
    }

    private static Advice.ExceptionHandler counting() {
        try {
            StackManipulation call =
                    MethodInvocation.invoke(
                            new MethodDescription.ForLoadedMethod(
                                    TlsLeakHooks.class.getMethod("failed", Throwable.class)));
            return new Advice.ExceptionHandler.Simple(call);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Marks the parameter that takes the operation. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Op {}

    /** One call before, one after, whatever the method does. */
    static final class OperationAdvice {

        private OperationAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static int enter(@Advice.This Object self, @Op int op) {
            return TlsLeakHooks.enter(self, op);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        static void exit(
                @Advice.This Object self,
                @Op int op,
                @Advice.Enter int depth,
                @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object result,
                @Advice.Thrown Throwable thrown) {
            TlsLeakHooks.exit(self, op, depth, result, thrown);
        }
    }
}
