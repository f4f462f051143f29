package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.metrics.FindingSeries;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Keeps all findings that it receives. */
public class Heard implements FindingListener {

    public final List<SessionFinding> found = new ArrayList<>();
    public final List<SessionFinding> over = new ArrayList<>();

    /** All findings on many objects. */
    public final List<GroupFinding> groups = new ArrayList<>();

    /** Such as {@code churn 20 contexts, 3 sessions, 1 live}. */
    public final List<String> contexts = new ArrayList<>();

    /** The warnings of the next field. */
    public final List<String> warnings = new ArrayList<>();

    /** Counts them, as that of the agent does. */
    public final FindingSeries series = new FindingSeries(warnings::add);

    /** How many findings of contexts a rule suppressed. */
    public int suppressedContexts;

    @Override
    public void found(Finding finding) {
        series.found(finding);
        if (finding instanceof SessionFinding) {
            found.add((SessionFinding) finding);
        } else {
            GroupFinding f = (GroupFinding) finding;
            groups.add(f);
            if (!f.verdict.isOnContexts() || f.verdict == Verdict.CACHE_HOARD) {
                return;
            }
            suppressedContexts += f.suppressedBy == null ? 0 : 1;
            contexts.add(
                    (f.verdict == Verdict.CONTEXT_CHURN ? "churn " : "hoard ")
                            + f.figure(Figure.CONTEXTS)
                            + " contexts, "
                            + f.figure(Figure.SESSIONS)
                            + " sessions, "
                            + f.figure(Figure.LIVE)
                            + " live");
        }
    }

    @Override
    public void over(SessionFinding finding) {
        over.add(finding);
    }

    @Override
    public void tick() {}
}
