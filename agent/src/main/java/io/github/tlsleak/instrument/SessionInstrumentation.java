package io.github.tlsleak.instrument;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import javax.net.ssl.TlsLeakHooks;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/** The public API of any {@code SSLSocket} or {@code SSLEngine}, where a class overrides it. */
final class SessionInstrumentation {

    private SessionInstrumentation() {}

    static void plan(Plan plan) {
        operation(plan, TlsLeakHooks.CLOSE, "close");
        operation(plan, TlsLeakHooks.CLOSE_OUTPUT, "shutdownOutput", "closeOutbound");
        operation(plan, TlsLeakHooks.CLOSE_INPUT, "shutdownInput", "closeInbound");
        operation(plan, TlsLeakHooks.HANDSHAKE, "startHandshake", "beginHandshake");
        operation(plan, TlsLeakHooks.LINK, "getInputStream", "getOutputStream", "getSession");
        plan.where(data("wrap"), Advices.operation(TlsLeakHooks.WRAP));
        plan.where(data("unwrap"), Advices.operation(TlsLeakHooks.UNWRAP));
    }

    /** A class overrides what it overrides: none of these must be there. */
    private static void operation(Plan plan, int op, String... names) {
        plan.where(
                ElementMatchers.<MethodDescription>namedOneOf(names)
                        .and(takesNoArguments())
                        .and(isPublic())
                        .and(not(isAbstract())),
                Advices.operation(op));
    }

    private static ElementMatcher.Junction<MethodDescription> data(String name) {
        return ElementMatchers.<MethodDescription>named(name)
                .and(isPublic())
                .and(not(isAbstract()));
    }
}
