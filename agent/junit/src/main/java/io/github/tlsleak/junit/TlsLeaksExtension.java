package io.github.tlsleak.junit;

import java.lang.reflect.Constructor;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Makes tests fail that leak TLS sessions. {@link NoTlsLeaks} brings it to a class or method,
 * {@code junit.jupiter.extensions.autodetection.enabled=true} to all tests. Stateless, thread-safe.
 *
 * <p>The check is a resource of the context of each test and class. JUnit closes the one that was
 * put there first last: after all methods and callbacks, and what they left in the context.
 */
public final class TlsLeaksExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                BeforeEachCallback,
                InvocationInterceptor {

    private static final ConditionEvaluationResult ENABLED =
            ConditionEvaluationResult.enabled("tlsleak decides nothing");

    /** Called by JUnit. */
    public TlsLeaksExtension() {}

    /** Decides nothing; JUnit asks it before all else that could put a resource there. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ContextCheck.of(context);
        return ENABLED;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ContextCheck.of(context).begin();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ContextCheck.of(context).begin();
    }

    /** Sessions in the fields of a test are opened before the test begins. */
    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> target,
            ExtensionContext context)
            throws Throwable {
        return Constructions.proceed(invocation, context);
    }

    /** A dynamic test has no callbacks of its own. */
    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation,
            DynamicTestInvocationContext target,
            ExtensionContext context)
            throws Throwable {
        ContextCheck.of(context).begin();
        invocation.proceed();
    }
}
