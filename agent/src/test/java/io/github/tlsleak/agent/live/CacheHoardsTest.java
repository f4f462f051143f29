package io.github.tlsleak.agent.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.ContextRecord;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.provider.SessionCache;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Session caches of a context as the collector sees them; the clock is simulated. */
class CacheHoardsTest {

    private static final int LIMIT = 20_480;

    private final Tracking tracking = new Tracking();
    private final Object context = new Object();
    private final Object spi = new Object();
    private CacheHoards hoards;
    private long now;

    @BeforeEach
    void aContext() {
        tracking.contexts.created(context, spi, true);
        hoards = new CacheHoards(tracking.contexts.caches, tracking.publisher);
    }

    private List<String> look(int size, int limit) {
        tracking.heard.groups.clear();
        tracking.caches =
                List.of(new SessionCache(3, limit, 1), new SessionCache(size, limit, 86_400));
        hoards.begin(tracking.options.get());
        ContextRecord record = (ContextRecord) tracking.tracker.table.find(context);
        hoards.look(record, spi);
        now += 60_000;
        hoards.end(now);
        List<String> words = new ArrayList<>();
        for (GroupFinding found : tracking.heard.groups) {
            assertThat(found.verdict).isEqualTo(Verdict.CACHE_HOARD);
            assertThat(found.resource).isEqualTo(Resource.SSL_CONTEXT);
            words.add(found.phase + " " + found.severity + ": " + found.words());
        }
        return words;
    }

    @Test
    void aCacheAtRestIsNone() {
        assertThat(look(0, LIMIT)).isEmpty();
        for (int i = 0; i < 10; i++) {
            assertThat(look(1_000, LIMIT)).isEmpty();
        }
    }

    @Test
    void isReportedAtDoublings() {
        assertThat(look(600, LIMIT)).isEmpty();
        assertThat(look(1_100, LIMIT))
                .containsExactly(
                        "NEW NOTICE: 1100 sessions cached, 500 more a minute, limit 20480,"
                                + " timeout 86400 s");
        assertThat(look(1_600, LIMIT)).isEmpty();
        assertThat(look(2_200, LIMIT))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("AGAIN NOTICE: 2200");
        assertThat(tracking.tracker.totals().count(Severity.NOTICE)).isEqualTo(1);
    }

    @Test
    void veryManyAreADefect() {
        assertThat(look(1_100, LIMIT)).first().asString().startsWith("NEW NOTICE");
        assertThat(look(10_500, LIMIT)).first().asString().startsWith("NEW DEFECT: 10500");
        assertThat(look(12_000, LIMIT)).isEmpty();
        assertThat(tracking.tracker.totals().count(Severity.DEFECT)).isEqualTo(1);
    }

    @Test
    void aCacheWithoutALimitIsADefect() {
        assertThat(look(1_100, 0))
                .containsExactly("NEW DEFECT: 1100 sessions cached, no limit, timeout 86400 s");
    }

    @Test
    void isOverWhenMostHaveExpired() {
        look(3_000, LIMIT);
        assertThat(look(1_600, LIMIT)).isEmpty();
        assertThat(look(100, LIMIT)).first().asString().startsWith("OVER NOTICE");
        assertThat(look(100, LIMIT)).isEmpty();
        assertThat(look(2_500, LIMIT)).first().asString().startsWith("AGAIN NOTICE: 2500");
    }

    @Test
    void aContextOlderThanTheAgentIsFollowedFromItsFirstSession() {
        Object older = new Object();
        tracking.contexts.session(older, Followed.NONE);
        assertThat(tracking.tracker.table.find(older)).isNull();
        tracking.tracker.beginAdopting();
        tracking.contexts.session(older, Followed.NONE);
        ContextRecord record = (ContextRecord) tracking.tracker.table.find(older);
        assertThat(record.adopted).isTrue();
        assertThat(record.site.site.isFirstUse()).isTrue();
    }
}
