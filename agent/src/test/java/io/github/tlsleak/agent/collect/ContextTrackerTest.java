package io.github.tlsleak.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.Heard;
import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextTrackerTest {

    private final Tracking tracking = new Tracking();
    private final ContextTracker contexts = tracking.contexts;
    private final List<Object> alive = new ArrayList<>();

    @BeforeEach
    void lowLimits() {
        tracking.set("context.churn=3");
        tracking.set("context.live=100");
    }

    private Object make(int sessions) {
        Object context = new Object();
        Object spi = new Object();
        alive.add(context);
        alive.add(spi);
        contexts.created(context, spi, true);
        for (int i = 0; i < sessions; i++) {
            contexts.session(i % 2 == 0 ? spi : context, Followed.NONE);
        }
        return context;
    }

    private void gone(Object context) {
        contexts.gone((ContextRecord) tracking.tracker.table.find(context));
    }

    private List<String> judged(boolean exit) {
        contexts.judge(tracking.publisher, exit);
        return tracking.heard.contexts;
    }

    @Test
    void aContextPerSessionIsChurn() {
        for (int i = 0; i < 3; i++) {
            assertThat(judged(false)).isEmpty();
            gone(make(1));
        }
        assertThat(judged(false)).containsExactly("churn 3 contexts, 3 sessions, 0 live");
        gone(make(1));
        assertThat(judged(true)).hasSize(1);
    }

    @Test
    void twoSessionsEachAreNone() {
        gone(make(2));
        gone(make(4));
        gone(make(0));
        assertThat(judged(false)).isEmpty();
        assertThat(judged(true)).isEmpty();
    }

    @Test
    void contextsThatMayGetMoreSessionsDoNotCountBeforeTheExit() {
        for (int i = 0; i < 3; i++) {
            make(0);
        }
        contexts.collected(1);
        assertThat(judged(false)).isEmpty();
        assertThat(judged(true)).containsExactly("churn 3 contexts, 0 sessions, 3 live");
    }

    @Test
    void eachSiteByItself() {
        gone(make(0));
        gone(make(0));
        tracking.at("com.acme.Other", "call", 1);
        gone(make(0));
        assertThat(judged(true)).isEmpty();
    }

    @Test
    void churnIsNotGuessedWhereSessionsAreNotCounted() {
        for (int i = 0; i < 3; i++) {
            Object context = new Object();
            contexts.created(context, null, false);
            gone(context);
        }
        assertThat(judged(true)).isEmpty();
    }

    @Test
    void contextsThatOutliveACollectionAreAHoard() {
        tracking.set("context.live=3");
        for (int i = 0; i < 3; i++) {
            make(2);
        }
        assertThat(judged(false)).isEmpty();
        contexts.collected(1);
        assertThat(judged(false)).containsExactly("hoard 3 contexts, 6 sessions, 3 live");
        contexts.collected(2);
        assertThat(judged(false)).hasSize(1);
    }

    @Test
    void youngOnesAndGoneOnesAreNoHoard() {
        tracking.set("context.live=3");
        make(2);
        gone(make(2));
        contexts.collected(1);
        make(2);
        make(2);
        contexts.collected(1);
        assertThat(judged(false)).isEmpty();
    }

    @Test
    void aHoardWithoutKnownSessions() {
        tracking.set("context.live=1");
        contexts.created(tracking, null, false);
        contexts.collected(1);
        assertThat(judged(false)).containsExactly("hoard 1 contexts, -1 sessions, 1 live");
    }

    @Test
    void unknownContextsAreIgnored() {
        contexts.session(new Object(), Followed.NONE);
        contexts.session(null, Followed.NONE);
        assertThat(judged(true)).isEmpty();
    }

    @Test
    void theCollectorTakesThemOffTheTable() throws InterruptedException {
        Object context = make(0);
        Tracked record = tracking.tracker.table.find(context);
        record.weak.enqueue();
        record.enqueue();
        tracking.collector.step();
        assertThat(tracking.tracker.table.find(context)).isNull();
        assertThat(((ContextRecord) record).site.live.get()).isZero();
    }

    /** As a finding of a session is. */
    @Test
    void isCountedAmongTheFindings() {
        for (int i = 0; i < 3; i++) {
            gone(make(1));
        }
        judged(false);
        Totals totals = tracking.tracker.totals();
        assertThat(totals.count(Severity.NOTICE)).isEqualTo(1);
        assertThat(totals.verdicts()).containsEntry(Verdict.CONTEXT_CHURN, 1L);
        assertThat(totals.ends()).as("of sessions").isEmpty();
        assertThat(atSites(tracking)).containsExactly(Map.of(Verdict.CONTEXT_CHURN, 1L));
    }

    private static List<Map<Verdict, Long>> atSites(Tracking of) {
        return of.sites.all().stream().map(Site::counts).filter(c -> !c.isEmpty()).toList();
    }

    @Test
    void whatAnErrorInterruptsIsPublishedAgainAndCountsOnce() {
        Heard fails =
                new Heard() {
                    @Override
                    public void found(Finding finding) {
                        super.found(finding);
                        if (contexts.size() == 1) {
                            throw new OutOfMemoryError("once");
                        }
                    }
                };
        Totals totals = tracking.tracker.totals();
        Grader grader = new Grader(false, new KnownBehaviours(), Suppressions.none());
        FindingPublisher publisher = new FindingPublisher(totals, grader, fails);
        for (int i = 0; i < 3; i++) {
            make(0);
        }
        assertThatThrownBy(() -> contexts.judge(publisher, true)).hasMessage("once");
        contexts.judge(publisher, true);
        assertThat(fails.contexts).hasSize(2);
        assertThat(totals.count(Severity.NOTICE)).isEqualTo(1);
        assertThat(atSites(tracking)).containsExactly(Map.of(Verdict.CONTEXT_CHURN, 1L));
    }

    @Test
    void suppressedIsPublishedAndCountedApart(@TempDir Path dir) throws IOException {
        Path rules = Files.writeString(dir.resolve("rules"), "CONTEXT_CHURN:com.acme.**");
        Tracking suppressing = new Tracking(false, Suppressions.read(rules, new ArrayList<>()));
        suppressing.set("context.churn=1");
        suppressing.contexts.created(alive, null, true);
        suppressing.contexts.judge(suppressing.publisher, true);
        assertThat(suppressing.heard.suppressedContexts).isEqualTo(1);
        assertThat(suppressing.tracker.totals().suppressed()).isEqualTo(1);
        assertThat(suppressing.tracker.totals().count(Severity.NOTICE)).isZero();
        assertThat(atSites(suppressing)).isEmpty();
    }
}
