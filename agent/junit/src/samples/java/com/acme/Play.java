package com.acme;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Plays samples with the launcher of JUnit, as build tools do, and prints a line for each test, and
 * for each container that fails: status, milliseconds, unique id and stack trace, separated by
 * tabs.
 */
public final class Play implements TestExecutionListener {

    private final PrintStream out = System.out;
    private final java.util.Map<String, Long> begun =
            new java.util.concurrent.ConcurrentHashMap<>();

    private Play() {}

    /**
     * Plays.
     *
     * @param args simple names of the classes
     */
    public static void main(String[] args) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String name : args) {
            request.selectors(DiscoverySelectors.selectClass("com.acme." + name));
        }
        LauncherFactory.create().execute(request.build(), new Play());
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        begun.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            return;
        }
        long nanos = System.nanoTime() - begun.get(test.getUniqueId());
        StringWriter trace = new StringWriter();
        result.getThrowable().ifPresent(t -> t.printStackTrace(new PrintWriter(trace, true)));
        out.println(
                result.getStatus()
                        + "\t"
                        + nanos / 1_000_000
                        + "\t"
                        + test.getUniqueId()
                        + "\t"
                        + trace.toString().replace('\t', ' ').replace("\n", "\\n"));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        out.println("PLAYED");
    }
}
