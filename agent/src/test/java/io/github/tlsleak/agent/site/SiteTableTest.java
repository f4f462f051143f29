package io.github.tlsleak.agent.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.tlsleak.agent.track.MadeUpStack;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteTableTest {

    private static final StackTraceElement JSSE =
            MadeUpStack.element("sun.security.ssl.SSLSocketImpl", "<init>", 1);
    private static final StackTraceElement CALL =
            MadeUpStack.element("com.acme.OrderClient", "call", 42);
    private static final StackTraceElement MAIN = MadeUpStack.element("com.acme.Main", "main", 7);

    private final SiteTable sites = new SiteTable(new Attribution(List.of()));

    private Site add(long hash, int depth, StackTraceElement... stack) {
        return sites.add(hash, stack, depth, false);
    }

    @Test
    void sameStackSameSite() {
        Site site = add(1, 64, JSSE, CALL, MAIN);
        assertThat(add(1, 64, JSSE, CALL, MAIN)).isSameAs(site);
        assertThat(sites.find(1)).isSameAs(site);
        assertThat(add(2, 64, JSSE, CALL, MAIN)).isSameAs(site);
        assertThat(sites.find(2)).isSameAs(site);
        Site other = add(3, 64, JSSE, MAIN);
        assertThat(other).isNotSameAs(site);
        assertThat(sites.find(4)).isNull();
        assertThat(sites.all()).contains(site, other).doesNotHaveDuplicates();
    }

    @Test
    void aSiteKnowsItsStackFrameAndOwner() {
        Site site = add(1, 64, JSSE, CALL, MAIN);
        assertThat(site.stack())
                .containsExactly(
                        "sun.security.ssl.SSLSocketImpl.<init>(SSLSocketImpl.java:1)",
                        "com.acme.OrderClient.call(OrderClient.java:42)",
                        "com.acme.Main.main(Main.java:7)");
        assertThat(site.frame()).isEqualTo("com.acme.OrderClient.call(OrderClient.java:42)");
        assertThat(site.owner()).isEqualTo(Owner.APPLICATION);
        assertThat(add(2, 64, JSSE).frame()).isNull();
        assertThat(add(2, 64, JSSE).owner()).isEqualTo(Owner.JDK);
    }

    @Test
    void fingerprintsAreStableBetweenRuns() {
        assertThat(add(1, 64, JSSE, CALL, MAIN).fingerprint()).isEqualTo("034a6b990e1a77f2");
        Site other = new SiteTable(new Attribution(List.of("x"))).add(9, stack(), 64, false);
        assertThat(other.fingerprint()).isEqualTo("034a6b990e1a77f2");
    }

    private static StackTraceElement[] stack() {
        return new StackTraceElement[] {JSSE, CALL, MAIN};
    }

    @Test
    void ownFramesDoNotCountForTheDepth() {
        StackTraceElement own =
                MadeUpStack.element("io.github.tlsleak.agent.track.Tracker", "site", 3);
        StackTraceElement hooks = MadeUpStack.element("javax.net.ssl.TlsLeakHooks", "created", 9);
        Site site = add(1, 2, own, hooks, JSSE, CALL, MAIN);
        assertThat(site.stack()).hasSize(2).last().asString().contains("OrderClient");
        assertThat(add(2, 1, JSSE, CALL).stack()).hasSize(1);
    }

    @Test
    void theTableIsBounded() {
        for (int i = 0; i < SiteTable.MAX_SITES; i++) {
            add(i, 64, MadeUpStack.element("com.acme.Many", "call", i));
        }
        assertThat(sites.dropped()).isZero();
        Site one = add(-1, 64, MadeUpStack.element("com.acme.Many", "call", -10));
        Site two = add(-2, 64, MadeUpStack.element("com.acme.More", "call", 1));
        assertThat(two).isSameAs(one);
        assertThat(one.stack()).containsExactly("(more than 10000 sites, not told apart)");
        assertThat(sites.dropped()).isEqualTo(2);
        assertThat(sites.all().size()).isLessThanOrEqualTo(SiteTable.MAX_SITES + 2);
        // sites that were added before the table was full are still found
        assertThat(add(-3, 64, MadeUpStack.element("com.acme.Many", "call", 5)))
                .isSameAs(sites.find(5));
    }

    @Test
    void withoutStacksAllSessionsShareOneSite() {
        assertThat(sites.unknown().stack()).isEmpty();
        assertThat(sites.unknown().frame()).isNull();
        assertThat(sites.unknown()).isSameAs(sites.unknown());
    }

    @Test
    void countsBySiteAndVerdict() {
        Site site = add(1, 64, CALL);
        assertThat(site.count(Verdict.LOST)).isEqualTo(1);
        assertThat(site.count(Verdict.UNSENT)).isEqualTo(2);
        assertThat(site.count(Verdict.LOST)).isEqualTo(3);
        assertThat(site.counts()).containsOnly(entry(Verdict.LOST, 2L), entry(Verdict.UNSENT, 1L));
    }
}
