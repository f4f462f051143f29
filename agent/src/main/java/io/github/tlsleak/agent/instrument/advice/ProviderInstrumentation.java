package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.NATIVE_FREED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STARTED;

import io.github.tlsleak.agent.provider.ProviderClasses;

/** What sockets and engines of known providers show beyond the public API. */
final class ProviderInstrumentation {

    private ProviderInstrumentation() {}

    /** Advice for a class of a provider, in addition to that for its public API. */
    static ClassAdvice of(String internalName) {
        String className = internalName.replace('/', '.');
        ClassAdvice advice = ClassAdvice.onFirstInstance(internalName);
        // of several classes that extend each other one has these methods, the others need not
        String handshakeEnd = ProviderClasses.handshakeEnd(className);
        if (handshakeEnd != null) {
            advice.where(
                    MethodMatcher.named(handshakeEnd).taking(1),
                    Advice.onReturn(HookCall.event(ESTABLISHED)));
        }
        String handshakeBegin = ProviderClasses.handshakeBegin(className);
        if (handshakeBegin != null) {
            advice.where(
                    MethodMatcher.named(handshakeBegin).taking("(Z)"),
                    Advice.onEnter(HookCall.event(STARTED)));
        }
        String data = ProviderClasses.data(className);
        if (data != null) {
            advice.where(
                    MethodMatcher.named(data).taking("(Z)"),
                    Advice.onReturn(HookCall.active(HookArgument.SELF)));
        }
        String ownClose = ProviderClasses.ownClose(className);
        if (ownClose != null) {
            advice.where(
                    MethodMatcher.named(ownClose).taking("()"), Advice.internal(HookArgument.SELF));
        }
        String frees = ProviderClasses.freeingMethod(className);
        if (frees != null) {
            advice.on(
                    frees,
                    MethodMatcher.named(frees).taking("()"),
                    Advice.onReturn(HookCall.event(NATIVE_FREED)));
        }
        return advice;
    }
}
