package io.github.tlsleak.junit;

import io.github.tlsleak.test.TlsFinding;
import org.jspecify.annotations.Nullable;

/**
 * The message of an assertion error: a first line that says it all, then what the agent's log would
 * say. Not thread-safe: lives for one check.
 */
final class LeakMessage {

    private static final String OPEN = "OPEN";

    private final TlsFinding finding;
    private final @Nullable Guard owner;
    private final @Nullable Guard here;
    private int count = 1;

    /**
     * @param owner the test that opened the session; null if it belongs to none
     * @param here what is checked; null for the whole run
     */
    LeakMessage(TlsFinding finding, @Nullable Guard owner, @Nullable Guard here) {
        this.finding = finding;
        this.owner = owner;
        this.here = here;
    }

    static boolean isOpen(TlsFinding finding) {
        return OPEN.equals(finding.verdict());
    }

    /** One more of the same site and test. */
    void again() {
        count++;
    }

    String text() {
        StringBuilder text = new StringBuilder(1024);
        text.append(kind()).append(who()).append(": ");
        if (!isOpen(finding)) {
            text.append(finding.verdict()).append(' ');
        }
        text.append(finding.resource());
        if (finding.frame() != null) {
            text.append(" opened at ").append(finding.frame());
        }
        if (finding.peer() != null) {
            text.append(", peer ").append(finding.peer());
        }
        if (count > 1) {
            text.append(" (").append(count).append(" sessions)");
        }
        // the first line of the log is in what stands above
        String details = StackLines.clean(finding.text());
        int end = details.indexOf('\n');
        return text.append(end < 0 ? "" : details.substring(end)).toString();
    }

    private String kind() {
        if (isOpen(finding)) {
            return "TLS session still open";
        }
        return "leak".equals(finding.severity())
                ? "TLS session leaked"
                : "TLS " + finding.severity();
    }

    /** Said where the test that fails is not the one that opened the session. */
    private String who() {
        if (owner == null && finding.scope() != null) {
            // a test of another engine: the text names it
            return "";
        }
        if (owner == null) {
            return (finding.thread() == null ? "" : ", opened on thread " + finding.thread() + ",")
                    + " outside of any test";
        }
        if (here != null && here.id.equals(owner.id)) {
            return "";
        }
        boolean late = !isOpen(finding) && owner.settings.checkAfter == CheckAfter.TEST;
        return " by " + owner.name + (late ? ", found after it was over" : "");
    }
}
