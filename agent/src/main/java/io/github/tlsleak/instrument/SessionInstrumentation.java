package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/** The public API of any {@code SSLSocket} or {@code SSLEngine}, where a class overrides it. */
final class SessionInstrumentation {

    private SessionInstrumentation() {}

    static AsmVisitorWrapper.ForDeclaredMethods visitor() {
        AsmVisitorWrapper.ForDeclaredMethods v = Advices.none();
        v = operation(v, TlsLeakHooks.CLOSE, "close");
        v = operation(v, TlsLeakHooks.CLOSE_OUTPUT, "shutdownOutput", "closeOutbound");
        v = operation(v, TlsLeakHooks.CLOSE_INPUT, "shutdownInput", "closeInbound");
        v = operation(v, TlsLeakHooks.HANDSHAKE, "startHandshake", "beginHandshake");
        v = operation(v, TlsLeakHooks.LINK, "getInputStream", "getOutputStream", "getSession");
        v = Advices.on(v, data("wrap"), Advices.operation(TlsLeakHooks.WRAP));
        return Advices.on(v, data("unwrap"), Advices.operation(TlsLeakHooks.UNWRAP));
    }

    private static AsmVisitorWrapper.ForDeclaredMethods operation(
            AsmVisitorWrapper.ForDeclaredMethods visitor, int op, String... names) {
        return Advices.on(
                visitor,
                ElementMatchers.<MethodDescription>namedOneOf(names)
                        .and(takesNoArguments())
                        .and(isPublic())
                        .and(not(isAbstract())),
                Advices.operation(op));
    }

    private static ElementMatcher.Junction<MethodDescription> data(String name) {
        return ElementMatchers.<MethodDescription>named(name).and(isPublic()).and(not(isAbstract()));
    }
}
