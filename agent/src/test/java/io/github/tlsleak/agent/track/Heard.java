package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.site.Site;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a listener is told. */
public class Heard implements FindingListener {

    public final List<Finding> found = new ArrayList<>();
    public final List<Finding> reclosed = new ArrayList<>();

    /** Such as {@code churn 20 contexts, 3 sessions, 1 live}. */
    public final List<String> contexts = new ArrayList<>();

    @Override
    public void found(Finding finding) {
        found.add(finding);
    }

    @Override
    public void reclosed(Finding finding) {
        reclosed.add(finding);
    }

    @Override
    public void contexts(boolean churn, Site site, long made, long sessions, long live) {
        contexts.add(
                (churn ? "churn " : "hoard ")
                        + made
                        + " contexts, "
                        + sessions
                        + " sessions, "
                        + live
                        + " live");
    }

    @Override
    public void tick() {}
}
