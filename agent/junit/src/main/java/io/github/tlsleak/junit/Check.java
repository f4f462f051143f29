package io.github.tlsleak.junit;

import io.github.tlsleak.test.AgentUnavailableException;
import io.github.tlsleak.test.TestScopes;
import io.github.tlsleak.test.TlsFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects garbage and throws what a scope has leaked: a test at its end, a class at its end with
 * what was found late of its tests, the run with all that is left. Stateless, thread-safe.
 */
final class Check {

    private Check() {}

    /**
     * Checks a test.
     *
     * @param scopes of its sessions: that of the test, those of the constructors of its instance
     * @param release makes the instance of the test garbage, if sessions are still open
     */
    static void test(Guard guard, Collection<String> scopes, Runnable release) {
        Settings settings = guard.settings;
        if (guard.allowed != null || settings.checkAfter == CheckAfter.CLASS) {
            return;
        }
        perform(
                settings,
                () -> {
                    settle(settings, scopes);
                    List<TlsFinding> open = open(scopes);
                    if (!open.isEmpty() && !settings.open) {
                        release.run();
                        settle(settings, scopes);
                    }
                    List<TlsFinding> found = CurrentRun.LEDGER.take(f -> isOf(f, guard.id));
                    if (settings.open) {
                        found.addAll(open);
                    }
                    return found;
                },
                guard);
    }

    /**
     * Checks a class, or another container.
     *
     * @param alone whether no other class runs, so that what belongs to no test is its business
     */
    static void container(Guard guard, boolean alone) {
        Settings settings = guard.settings;
        perform(
                settings,
                () -> {
                    Settling.scope(settings, guard.id);
                    Predicate<TlsFinding> ours = f -> f.scope() == null ? alone : isOf(f, guard.id);
                    List<TlsFinding> found = CurrentRun.LEDGER.take(ours);
                    boolean all = settings.checkAfter == CheckAfter.CLASS;
                    for (TlsFinding open : TestScopes.open(guard.id)) {
                        if (settings.open && (all || guard.id.equals(open.scope()))) {
                            found.add(open);
                        }
                    }
                    return found;
                },
                guard);
    }

    /** Checks all that is left when everything is over. */
    static void run(Settings settings) {
        perform(
                settings,
                () -> {
                    Settling.all(settings);
                    return CurrentRun.LEDGER.take(
                            f -> f.scope() == null || CurrentRun.GUARDS.of(f.scope()) != null);
                },
                null);
    }

    /** Finds; a method that the agent may leave. */
    private interface Search {
        List<TlsFinding> found();
    }

    private static void perform(Settings settings, Search search, @Nullable Guard here) {
        List<TlsFinding> found;
        try {
            found = search.found();
        } catch (AgentUnavailableException e) {
            AgentInJvm.absent(String.valueOf(e.getMessage()));
            AgentInJvm.start(settings);
            return;
        }
        LeakFailures failures = new LeakFailures(settings, here);
        for (TlsFinding finding : found) {
            failures.add(finding, CurrentRun.GUARDS.of(finding.scope()));
        }
        failures.throwAny();
    }

    private static boolean isOf(TlsFinding finding, String id) {
        Guard owner = CurrentRun.GUARDS.of(finding.scope());
        return owner != null && Guards.isWithin(owner.id, id);
    }

    private static void settle(Settings settings, Collection<String> scopes) {
        for (String scope : scopes) {
            Settling.scope(settings, scope);
        }
    }

    private static List<TlsFinding> open(Collection<String> scopes) {
        List<TlsFinding> open = new ArrayList<>();
        for (String scope : scopes) {
            open.addAll(TestScopes.open(scope));
        }
        return open;
    }
}
