package io.github.tlsleak;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;

/** An {@code Instrumentation} that answers what a test says. */
public final class FakeInstrumentation {

    private FakeInstrumentation() {}

    /** Answers a call; null for methods without a result. */
    public interface Answer {
        Object to(String method, Object[] arguments) throws Throwable;
    }

    public static Instrumentation of(Answer answer) {
        return (Instrumentation)
                Proxy.newProxyInstance(
                        FakeInstrumentation.class.getClassLoader(),
                        new Class<?>[] {Instrumentation.class},
                        (proxy, method, arguments) -> answer.to(method.getName(), arguments));
    }
}
