package io.github.tlsleak.agent;

import io.github.tlsleak.report.JsonReport;
import io.github.tlsleak.report.LogReport;
import io.github.tlsleak.track.Finding;
import io.github.tlsleak.track.Listener;
import io.github.tlsleak.track.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands findings to each output; one that fails does not keep the others from hearing. */
final class Listeners implements Listener {

    private final List<Listener> all = new ArrayList<>();
    private final Failures failures;

    Listeners(LogReport log, JsonReport json, Failures failures) {
        this.failures = failures;
        all.add(log);
        if (json != null) {
            all.add(json);
        }
    }

    @Override
    public void found(Finding finding) {
        each(listener -> listener.found(finding));
    }

    @Override
    public void reclosed(Finding finding) {
        each(listener -> listener.reclosed(finding));
    }

    @Override
    public void contexts(boolean churn, Site site, long contexts, long sessions, long live) {
        each(listener -> listener.contexts(churn, site, contexts, sessions, live));
    }

    @Override
    public void tick() {
        each(Listener::tick);
    }

    private void each(Consumer<Listener> action) {
        for (Listener listener : all) {
            try {
                action.accept(listener);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }
}
