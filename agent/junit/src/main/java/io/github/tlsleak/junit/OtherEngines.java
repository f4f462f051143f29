package io.github.tlsleak.junit;

import io.github.tlsleak.test.TlsFinding;
import io.github.tlsleak.test.TlsLeaks;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.TestPlan;

/**
 * The tests of other engines than Jupiter, which only a listener sees: it cannot make them fail.
 * Stateless.
 */
final class OtherEngines {

    private OtherEngines() {}

    /** Prints the leaks that nobody has told, if the whole run is guarded. */
    static void warn(TestPlan plan) {
        Optional<String> all = plan.getConfigurationParameters().get(GuardedPlan.AUTO_DETECTION);
        if (!Boolean.parseBoolean(all.orElse("").trim())) {
            return;
        }
        FailOn failOn = failOn(plan);
        TlsLeaks.settle();
        List<TlsFinding> left = TestRun.LEDGER.take(failOn::includes);
        for (TlsFinding finding : left) {
            Notes.warn("no test can fail for this: " + new LeakMessage(finding, null, null).text());
        }
    }

    private static FailOn failOn(TestPlan plan) {
        try {
            return Settings.of(key -> plan.getConfigurationParameters().get(key)).failOn;
        } catch (JUnitException e) {
            return FailOn.LEAK;
        }
    }
}
