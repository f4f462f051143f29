package io.github.tlsleak.junit;

import io.github.tlsleak.test.AgentUnavailableException;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.opentest4j.AssertionFailedError;

/**
 * Tells the agent which test of any engine runs on which thread. JUnit finds it by itself. Nothing
 * is done in a run without guarded tests. Thread-safe.
 */
public final class TlsLeaksListener implements TestExecutionListener {

    /** Called by JUnit. */
    public TlsLeaksListener() {}

    /** Brings the agent before anything runs, if the plan has guarded tests. */
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        CurrentRun.listened();
        if (!GuardedPlan.isGuarded(plan)) {
            return;
        }
        ParameterNames.warn(plan.getConfigurationParameters());
        try {
            Function<String, Optional<String>> parameters =
                    key -> plan.getConfigurationParameters().get(key);
            Settings settings = Settings.of(parameters);
            if (settings.enabled) {
                AgentInJvm.start(settings);
            }
        } catch (JUnitException | AssertionFailedError e) {
            // the extension says the same where it makes tests fail
            return;
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        String parent = test.getParentId().orElse(null);
        if (isTopClass(test)) {
            CurrentRun.CLASSES.add(test.getUniqueId());
        }
        Scopes.begin(test.getUniqueId(), parent, PlatformNames.of(test), !test.isTest());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Scopes.end(test.getUniqueId());
        CurrentRun.CLASSES.remove(test.getUniqueId());
    }

    /** Says what no test could fail for. */
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (!AgentInJvm.isStarted()) {
            return;
        }
        try {
            OtherEngines.warn(plan);
        } catch (AgentUnavailableException e) {
            AgentInJvm.absent(String.valueOf(e.getMessage()));
        }
        CurrentRun.ALLOWED.print();
    }

    private static boolean isTopClass(TestIdentifier test) {
        return test.isContainer()
                && test.getSource().orElse(null) instanceof ClassSource
                && test.getParentId().map(id -> id.indexOf('/') < 0).orElse(false);
    }
}
