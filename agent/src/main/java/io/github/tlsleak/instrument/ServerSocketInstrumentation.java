package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.net.SocketAddress;
import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;

/** {@code java.net.ServerSocket}, whose close and bind {@code SSLServerSocket}s inherit. */
final class ServerSocketInstrumentation {

    private ServerSocketInstrumentation() {}

    static AsmVisitorWrapper visitor() {
        AsmVisitorWrapper.ForDeclaredMethods close =
                Advices.on(
                        Advices.none(),
                        named("close").and(takesArguments(0)),
                        Advices.operation(TlsLeakHooks.CLOSE));
        return Advices.on(
                close,
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
