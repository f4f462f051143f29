package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import java.net.Socket;
import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;

/** SunJSSE's socket: the public API, and when it is connected, layered, at end of stream. */
final class SunSocketInstrumentation {

    private SunSocketInstrumentation() {}

    static void plan(Plan plan) {
        SessionInstrumentation.plan(plan);
        plan.on(
                        "doneConnect",
                        named("doneConnect").and(takesNoArguments()),
                        Advices.of(ConnectAdvice.class))
                .on(
                        "handleEOF",
                        named("handleEOF").and(takesArguments(1)),
                        Advices.of(EofAdvice.class));
    }

    /** For {@code BaseSSLSocketImpl}; its half-closes are raw ones and carry no hooks. */
    static void layering(Plan plan) {
        plan.on(
                "<init>(Socket)",
                isConstructor().and(takesArgument(0, Socket.class)),
                Advices.of(LayerAdvice.class));
    }

    /** For the socket's streams. */
    static void streams(Plan plan) {
        plan.on(
                "read or write",
                namedOneOf("read", "write").and(takesArguments(byte[].class, int.class, int.class)),
                Advices.of(ActiveAdvice.class));
    }

    static final class ConnectAdvice {

        private ConnectAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.This Object self, @Advice.FieldValue("peerHost") Object host) {
            TlsLeakHooks.event(TlsLeakHooks.CONNECTED, self, host, null);
        }
    }

    static final class EofAdvice {

        private EofAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static int enter(@Advice.This Object self) {
            TlsLeakHooks.event(TlsLeakHooks.PEER_EOF, self, null, null);
            // it calls the public shutdownInput(), which is not the program's doing then
            return TlsLeakHooks.enter(self, TlsLeakHooks.INTERNAL);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        static void exit(@Advice.This Object self, @Advice.Enter int depth) {
            TlsLeakHooks.exit(self, TlsLeakHooks.INTERNAL, depth, null, null);
        }
    }

    static final class LayerAdvice {

        private LayerAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.This Object self, @Advice.FieldValue("self") Object raw) {
            TlsLeakHooks.event(TlsLeakHooks.LAYERED, self, raw, null);
        }
    }

    static final class ActiveAdvice {

        private ActiveAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.FieldValue("this$0") Object socket) {
            TlsLeakHooks.active(socket);
        }
    }
}
