package io.github.tlsleak.junit;

import io.github.tlsleak.test.TlsFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/**
 * Gathers the findings of one check into assertion errors, one for each site and test. Not
 * thread-safe: lives for one check.
 */
final class LeakFailures {

    private final Settings settings;
    private final @Nullable Guard here;
    private final Map<String, LeakMessage> messages = new LinkedHashMap<>();

    /**
     * @param settings for findings of no test
     * @param here what is checked; null for the whole run
     */
    LeakFailures(Settings settings, @Nullable Guard here) {
        this.settings = settings;
        this.here = here;
    }

    /**
     * Adds a finding, if it makes a test fail.
     *
     * @param owner the test that opened the session; null if it belongs to none
     */
    void add(TlsFinding finding, @Nullable Guard owner) {
        boolean open = LeakMessage.isOpen(finding);
        FailOn failOn = owner == null ? settings.failOn : owner.settings.failOn;
        if (!open && !failOn.includes(finding)) {
            return;
        }
        if (owner != null && owner.allowed != null) {
            CurrentRun.ALLOWED.add(owner);
            return;
        }
        String key =
                finding.verdict()
                        + ' '
                        + finding.site()
                        + ' '
                        + (owner == null ? finding.thread() : owner.id);
        LeakMessage same = messages.get(key);
        if (same == null) {
            messages.put(key, new LeakMessage(finding, owner, here));
        } else {
            same.again();
        }
    }

    /** Throws what was added; nothing if nothing was. */
    void throwAny() {
        List<Throwable> errors = new ArrayList<>();
        for (LeakMessage message : messages.values()) {
            errors.add(error(message));
        }
        if (errors.size() == 1) {
            throw (AssertionFailedError) errors.get(0);
        }
        if (!errors.isEmpty()) {
            String first = String.valueOf(errors.get(0).getMessage());
            MultipleFailuresError all =
                    new MultipleFailuresError(first.substring(0, end(first)), errors);
            all.setStackTrace(errors.get(0).getStackTrace());
            for (Throwable error : errors) {
                all.addSuppressed(error);
            }
            throw all;
        }
    }

    private static int end(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message.length() : end;
    }

    /** Its stack is that of the session: a click on it leads to the line that opened it. */
    private static AssertionFailedError error(LeakMessage message) {
        AssertionFailedError error = new AssertionFailedError(message.text());
        StackTraceElement[] stack = StackLines.of(message.text());
        if (stack.length > 0) {
            error.setStackTrace(stack);
        }
        return error;
    }
}
