package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.track.SessionBalance;
import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.text.IsoTime;
import io.github.tlsleak.common.text.PlainText;
import io.github.tlsleak.common.verdict.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The reply to the command {@code status}. Used by one thread. */
public final class StatusText {

    private static final int TOP = 10;
    private static final int OPTION = 30;

    private final AgentStatus facts;
    private final TrackingState standing;
    private final Columns out = new Columns();

    private StatusText(AgentStatus facts, TrackingState standing) {
        this.facts = facts;
        this.standing = standing;
    }

    /**
     * Writes the state of the agent.
     *
     * @param facts the state of the agent
     * @param standing the findings and counts
     * @return lines of at most 120 columns, each with a line feed
     */
    public static String of(AgentStatus facts, TrackingState standing) {
        StatusText text = new StatusText(facts, standing);
        text.agent();
        text.found();
        text.options();
        text.health();
        return text.out.toString();
    }

    private void agent() {
        String where = facts.pid > 0 ? "process " + facts.pid : "this process";
        out.line("tlsleak " + facts.version + " in " + where);
        out.row(
                "mode",
                facts.mode
                        + ", since "
                        + IsoTime.of(facts.startedMillis)
                        + " (up "
                        + Durations.twoUnits(facts.uptimeMillis())
                        + ")");
        out.row("JVM", facts.jvm);
        out.row("labels", facts.labels.toString());
        out.row("state", state());
    }

    private String state() {
        if (!facts.enabled) {
            return "switched off (enabled=false): new sessions are not followed";
        }
        return facts.waiting ? "waiting for the first use of TLS" : "following TLS sessions";
    }

    private void found() {
        Totals totals = standing.totals;
        SessionBalance balance = standing.now.balance;
        out.row("sessions", balance.sessions + BalanceText.parts(balance));
        out.row("leaks", leaks(totals));
        out.row(
                "others",
                PlainText.count(totals.count(Severity.DEFECT), "defect")
                        + ", "
                        + PlainText.count(totals.count(Severity.NOTICE), "notice")
                        + ", "
                        + PlainText.count(totals.knownFindings(), "known behaviour")
                        + ", "
                        + totals.suppressed()
                        + " suppressed");
        List<SiteCounts> found = SiteCounts.of(standing.sites);
        if (!found.isEmpty()) {
            int shown = Math.min(TOP, found.size());
            out.row("top sites", shown + " of " + found.size() + " with findings");
            for (SiteCounts f : found.subList(0, shown)) {
                out.item(f.text());
            }
        }
    }

    private static String leaks(Totals totals) {
        long all = totals.count(Severity.LEAK);
        if (all == 0) {
            return "none";
        }
        StringBuilder owners = new StringBuilder();
        for (Map.Entry<Owner, Long> owner : totals.leaksByOwner().entrySet()) {
            owners.append(owners.length() == 0 ? "; made by " : ", ");
            owners.append(owner.getKey().json()).append(' ').append(owner.getValue());
        }
        return all + ": " + SiteCounts.text(totals.leaks()) + owners;
    }

    private void options() {
        List<String> defaults = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, String> option : facts.options.entrySet()) {
            String value = option.getValue();
            String text =
                    option.getKey() + "=" + (value == null || value.isEmpty() ? "none" : value);
            if (facts.isDefault(option.getKey())) {
                defaults.add(text);
            } else {
                others.add(Columns.pad(text, OPTION) + " " + facts.origins.get(option.getKey()));
            }
        }
        if (!others.isEmpty()) {
            out.line("options");
            for (String option : others) {
                out.item(option);
            }
        }
        out.row("defaults", String.join(" ", defaults));
    }

    private void health() {
        out.row("report", facts.reportFile);
        out.row("JMX", jmx());
        out.row("otlp", facts.exporter);
        out.row("hooks", hooks());
        for (String limit : new CoveredProviders(facts.covered).limits()) {
            out.row("not exact", limit);
        }
        for (String limit : OtherTransports.limits(standing.totals)) {
            out.row("not exact", limit);
        }
        for (String lost : facts.lost) {
            out.row("not covered", lost);
        }
        if (facts.connectionsProblem != null) {
            out.row("connections", "their states are not known: " + facts.connectionsProblem);
        }
        out.row("memory", memory());
        out.row(
                "errors",
                facts.errors == 0 ? "none" : CountsText.errors(facts.errors, facts.firstError));
        for (String remark : CountsText.remarks(standing)) {
            out.row("note", remark);
        }
    }

    private String jmx() {
        if (facts.jmx) {
            return AgentStatus.MBEAN;
        }
        return facts.jmxProblem == null ? "not registered" : "not registered: " + facts.jmxProblem;
    }

    private String hooks() {
        int classes = facts.covered.size();
        List<String> names = new CoveredProviders(facts.covered).names();
        return "in "
                + classes
                + (classes == 1 ? " class" : " classes")
                + (names.isEmpty() ? "" : ", providers " + String.join(", ", names));
    }

    private String memory() {
        return "about "
                + PlainText.bytes(facts.memoryBytes)
                + " in "
                + PlainText.count(facts.records, "record");
    }
}
