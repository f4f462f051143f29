package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.LAYERED;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE_INPUT;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE_OUTPUT;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.HANDSHAKE;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.LINK;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.UNWRAP;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.WRAP;

/**
 * The public API of any {@code SSLSocket}, {@code SSLEngine}, {@code SSLServerSocket} or {@code
 * SSLSocketFactory}, where a class overrides it. No class must have any of these methods.
 */
public final class SessionInstrumentation {

    public static final ClassAdvice ENGINE =
            engine(ClassAdvice.onFirstInstance(JdkClasses.SSL_ENGINE));

    /** SunJSSE's engine: by its name, so that it has its hooks before any instance. */
    static final ClassAdvice SUN_ENGINE = sunEngine(ClassAdvice.onLoad(JdkClasses.SUN_ENGINE));

    public static final ClassAdvice SOCKET =
            socket(
                    ClassAdvice.onFirstInstance(
                            JdkClasses.SSL_SOCKET, JdkClasses.SSL_SERVER_SOCKET));

    /** A factory makes sockets that are layered over another socket. */
    static final ClassAdvice FACTORY =
            ClassAdvice.onFirstInstance(JdkClasses.SSL_SOCKET_FACTORY)
                    .withoutSessions()
                    .where(
                            MethodMatcher.named("createSocket")
                                    .taking("(Ljava/net/Socket;")
                                    .ofPublicApi(),
                            Advice.onReturn(
                                    HookCall.event(
                                                    LAYERED,
                                                    HookArgument.RESULT,
                                                    HookArgument.argument(0),
                                                    HookArgument.argument(1))
                                            .when(HookCall.When.NOT_NULL, HookArgument.RESULT)));

    private SessionInstrumentation() {}

    /** Adds the advice for a socket's methods. */
    static ClassAdvice socket(ClassAdvice of) {
        return engine(operation(of, CLOSE, "close"));
    }

    /**
     * Adds the advice for an engine's methods, which a socket has as well. An engine's own {@code
     * close()} is not among them: it closes by the methods that it calls.
     */
    private static ClassAdvice engine(ClassAdvice of) {
        shared(of);
        of.where(MethodMatcher.named("wrap").ofPublicApi(), Advice.operation(WRAP));
        return of.where(MethodMatcher.named("unwrap").ofPublicApi(), Advice.operation(UNWRAP));
    }

    /**
     * The same for SunJSSE's engine. Its class is not public, so programs can call the overloads of
     * {@code SSLEngine} alone. They call one with many destinations, which is public by chance, and
     * has no hooks: each hook is paid for with every record.
     */
    private static ClassAdvice sunEngine(ClassAdvice of) {
        shared(of);
        return of.where(
                MethodMatcher.named("unwrap").taking("(Ljava/nio/ByteBuffer;").ofPublicApi(),
                Advice.operation(UNWRAP));
    }

    private static void shared(ClassAdvice of) {
        operation(of, CLOSE_OUTPUT, "shutdownOutput", "closeOutbound");
        operation(of, CLOSE_INPUT, "shutdownInput", "closeInbound");
        operation(of, HANDSHAKE, "startHandshake", "beginHandshake");
        operation(of, LINK, "getInputStream", "getOutputStream", "getSession");
        wrap(of, "(Ljava/nio/ByteBuffer;Ljava/nio/ByteBuffer;)", 1);
        wrap(of, "([Ljava/nio/ByteBuffer;Ljava/nio/ByteBuffer;)", 1);
        wrap(of, "([Ljava/nio/ByteBuffer;IILjava/nio/ByteBuffer;)", 3);
    }

    private static ClassAdvice operation(ClassAdvice of, int op, String... names) {
        return of.where(
                MethodMatcher.named(names).taking("()").ofPublicApi(), Advice.operation(op));
    }

    /** Where an overload has its destination buffer. */
    private static void wrap(ClassAdvice of, String parameters, int destination) {
        of.where(
                MethodMatcher.named("wrap").taking(parameters).ofPublicApi(),
                Advice.wrap(destination));
    }
}
