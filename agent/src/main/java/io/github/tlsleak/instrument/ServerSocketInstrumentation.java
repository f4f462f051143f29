package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.net.SocketAddress;
import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;

/** {@code java.net.ServerSocket}, whose close and bind {@code SSLServerSocket}s inherit. */
final class ServerSocketInstrumentation {

    private ServerSocketInstrumentation() {}

    static void plan(Plan plan) {
        plan.on(
                        "close",
                        named("close").and(takesArguments(0)),
                        Advices.operation(TlsLeakHooks.CLOSE))
                .on(
                        "bind",
                        named("bind").and(takesArguments(SocketAddress.class, int.class)),
                        Advices.of(BindAdvice.class));
    }

    static final class BindAdvice {

        private BindAdvice() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.This Object self) {
            TlsLeakHooks.event(TlsLeakHooks.BOUND, self, null, null);
        }
    }
}
