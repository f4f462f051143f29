package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.Advice;

/**
 * {@code sun.security.ssl.TransportContext}, which knows what the public API does not tell:
 * implicit handshakes, alerts sent and received. Names are the same from 8u261 to 28.
 */
final class SunTransportInstrumentation {

    private SunTransportInstrumentation() {}

    static void plan(Plan plan) {
        on(plan, "kickstart", 0, KickstartAdvice.class);
        on(plan, "finishHandshake", 0, FinishAdvice.class);
        on(plan, "closeInbound", 0, CloseInboundAdvice.class);
        on(plan, "warning", 1, WarningAdvice.class);
        on(plan, "fatal", 4, FatalAdvice.class);
    }

    private static void on(Plan plan, String method, int arguments, Class<?> advice) {
        plan.on(method, named(method).and(takesArguments(arguments)), Advices.of(advice));
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
