package io.github.tlsleak.junit;

import io.github.tlsleak.test.TlsFinding;
import io.github.tlsleak.test.TlsLeaks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        Settings settings = settings(plan);
        if (settings == null) {
            return;
        }
        TlsLeaks.settle();
        List<TlsFinding> left = CurrentRun.LEDGER.take(settings.failOn::includes);
        for (TlsFinding finding : left) {
            Notes.warn("no test can fail for this: " + new LeakMessage(finding, null, null).text());
        }
    }

    private static @Nullable Settings settings(TestPlan plan) {
        try {
            Settings settings = Settings.of(key -> plan.getConfigurationParameters().get(key));
            return settings.enabled ? settings : null;
        } catch (JUnitException e) {
            // the tests of Jupiter have failed for it
            return null;
        }
    }
}
