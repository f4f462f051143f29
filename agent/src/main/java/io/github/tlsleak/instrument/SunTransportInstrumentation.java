package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;

/**
 * {@code sun.security.ssl.TransportContext}, which knows what the public API does not tell: implicit
 * handshakes, alerts sent and received. Names are the same from 8u261 to 28.
 */
final class SunTransportInstrumentation {

    private SunTransportInstrumentation() {}

    static AsmVisitorWrapper visitor() {
        AsmVisitorWrapper.ForDeclaredMethods v = Advices.none();
        v =
                Advices.on(
                        v,
                        named("finishHandshake").and(takesNoArguments()),
                        Advices.of(FinishAdvice.class));
        v =
                Advices.on(
                        v,
                        named("kickstart").and(takesNoArguments()),
                        Advices.of(KickstartAdvice.class));
        v =
                Advices.on(
                        v,
                        named("closeInbound").and(takesNoArguments()),
                        Advices.of(CloseInboundAdvice.class));
        v = Advices.on(v, named("warning").and(takesArguments(1)), Advices.of(WarningAdvice.class));
        return Advices.on(v, named("fatal").and(takesArguments(4)), Advices.of(FatalAdvice.class));
    }

    /** Begins any handshake, also one that a read or write brings about. */
    static final class KickstartAdvice {

        private KickstartAdvice() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        static void exit(
                @Advice.FieldValue("transport") Object transport,
                @Advice.FieldValue("handshakeContext") Object handshake) {
            if (handshake != null) {
                TlsLeakHooks.event(
                        handshake.getClass().getName().endsWith(".ClientHandshakeContext")
                                ? TlsLeakHooks.STARTED_CLIENT
                                : TlsLeakHooks.STARTED_SERVER,
                        transport,
                        null,
                        null);
            }
        }
    }

    static final class FinishAdvice {

        private FinishAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(
                @Advice.FieldValue("transport") Object transport,
                @Advice.FieldValue("handshakeContext") Object handshake,
                @Advice.FieldValue("conSession") Object session,
                @Advice.FieldValue("sslContext") Object context) {
            TlsLeakHooks.event(
                    handshake.getClass().getName().endsWith(".ClientHandshakeContext")
                            ? TlsLeakHooks.ESTABLISHED_CLIENT
                            : TlsLeakHooks.ESTABLISHED_SERVER,
                    transport,
                    session,
                    context);
        }
    }

    static final class CloseInboundAdvice {

        private CloseInboundAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(
                @Advice.FieldValue("transport") Object transport,
                @Advice.FieldValue("isInputCloseNotified") boolean notified) {
            if (notified) {
                TlsLeakHooks.event(TlsLeakHooks.PEER_CLOSE_NOTIFY, transport, null, null);
            }
        }
    }

    /** Parks the transport for {@link SunRecordInstrumentation}, whose record does not know it. */
    static final class WarningAdvice {

        private WarningAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static int enter(@Advice.FieldValue("transport") Object transport) {
            return TlsLeakHooks.enter(transport, TlsLeakHooks.INTERNAL);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        static void exit(
                @Advice.FieldValue("transport") Object transport, @Advice.Enter int depth) {
            TlsLeakHooks.exit(transport, TlsLeakHooks.INTERNAL, depth, null, null);
        }
    }

    static final class FatalAdvice {

        private FatalAdvice() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(
                @Advice.FieldValue("transport") Object transport,
                @Advice.Argument(3) Object cause) {
            TlsLeakHooks.event(TlsLeakHooks.FATAL, transport, cause, null);
        }
    }
}
