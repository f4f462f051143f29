package io.github.tlsleak;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;

/** Makes an {@code Instrumentation} whose methods a test implements. */
public final class FakeInstrumentation {

    private FakeInstrumentation() {}

    /** Returns the result of a call; null for methods without a result. */
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
