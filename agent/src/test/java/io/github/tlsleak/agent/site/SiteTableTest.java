package io.github.tlsleak.agent.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.tlsleak.agent.track.MadeUpStack;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.verdict.Resource;
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

    private CallStack add(long hash, int depth, StackTraceElement... stack) {
        return sites.add(hash, stack, depth, false);
    }

    private Site site(long hash, StackTraceElement... stack) {
        return add(hash, 64, stack).site(Resource.SSL_SOCKET);
    }

    private static StackTraceElement at(int line) {
        return MadeUpStack.element("com.acme.OrderClient", "call", line);
    }

    @Test
    void aRawStackIsCleanedOnce() {
        CallStack stack = add(1, 64, JSSE, CALL, MAIN);
        assertThat(add(1, 64, JSSE, CALL, MAIN)).isSameAs(stack);
        assertThat(sites.find(1)).isSameAs(stack);
        assertThat(add(2, 64, JSSE, CALL, MAIN)).isSameAs(stack);
        assertThat(sites.find(2)).isSameAs(stack);
        CallStack other = add(3, 64, JSSE, MAIN);
        assertThat(other).isNotSameAs(stack);
        assertThat(sites.find(4)).isNull();
        assertThat(sites.stacks()).contains(stack, other).doesNotHaveDuplicates();
    }

    @Test
    void aStackKnowsItsFrameAndOwner() {
        CallStack stack = add(1, 64, JSSE, CALL, MAIN);
        assertThat(stack.frames())
                .containsExactly(
                        "sun.security.ssl.SSLSocketImpl.<init>(SSLSocketImpl.java:1)",
                        "com.acme.OrderClient.call(OrderClient.java:42)",
                        "com.acme.Main.main(Main.java:7)");
        assertThat(stack.frame()).isEqualTo("com.acme.OrderClient.call(OrderClient.java:42)");
        assertThat(stack.owner()).isEqualTo(Owner.APPLICATION);
        assertThat(add(2, 64, JSSE).frame()).isNull();
        assertThat(add(2, 64, JSSE).owner()).isEqualTo(Owner.JDK);
        assertThat(stack.site(Resource.SSL_ENGINE).frame()).isEqualTo(stack.frame());
    }

    @Test
    void oneMethodIsOneSite() {
        Site site = site(1, JSSE, at(42), MAIN);
        assertThat(site(2, JSSE, at(43), MAIN)).isSameAs(site);
        StackTraceElement thread = MadeUpStack.element("java.lang.Thread", "run", 1);
        assertThat(site(3, at(44), MAIN, thread)).isSameAs(site);
        assertThat(site(4, JSSE, CALL)).as("another caller").isNotSameAs(site);
        assertThat(site.first()).isSameAs(sites.find(1));
        assertThat(sites.all()).contains(site).doesNotHaveDuplicates();
    }

    @Test
    void eachKindOfObjectHasItsOwnSite() {
        CallStack stack = add(1, 64, JSSE, CALL, MAIN);
        Site socket = stack.site(Resource.SSL_SOCKET);
        assertThat(stack.site(Resource.SSL_SOCKET)).isSameAs(socket);
        assertThat(stack.site(Resource.SSL_CONTEXT)).isNotSameAs(socket);
        assertThat(stack.site(Resource.SSL_CONTEXT).fingerprint())
                .isNotEqualTo(socket.fingerprint());
        Origin origin = stack.origin(Resource.SSL_SOCKET, "Socket");
        assertThat(origin.site).isSameAs(socket);
        assertThat(origin.stack).isSameAs(stack);
        assertThat(stack.origin(Resource.SSL_SOCKET, "Socket")).isSameAs(origin);
        assertThat(stack.origin(Resource.SSL_SOCKET, "Other")).isNotSameAs(origin);
    }

    @Test
    void bothFingerprintsAreStableBetweenRuns() {
        assertThat(site(1, JSSE, CALL, MAIN).fingerprint()).isEqualTo("1f6fcb2fd892b32f");
        assertThat(add(1, 64, JSSE, CALL, MAIN).fingerprint1()).isEqualTo("034a6b990e1a77f2");
    }

    @Test
    void theLinesWithFindingsAreKept() {
        Site site = site(1, JSSE, at(42), MAIN);
        site(2, JSSE, at(43), MAIN);
        assertThat(site.lines()).isEmpty();
        assertThat(site.isAnotherLine(sites.find(2))).as("the first").isFalse();
        site.foundAt(sites.find(2));
        assertThat(site.isAnotherLine(sites.find(2))).as("the same again").isFalse();
        assertThat(site.isAnotherLine(sites.find(1))).isTrue();
        site.foundAt(sites.find(1));
        assertThat(site.isAnotherLine(sites.find(1))).isFalse();
        assertThat(site.lines())
                .containsExactly(
                        "com.acme.OrderClient.call(OrderClient.java:43)",
                        "com.acme.OrderClient.call(OrderClient.java:42)");
        for (int i = 0; i < 100; i++) {
            site.foundAt(add(100 + i, 64, JSSE, at(100 + i), MAIN));
        }
        assertThat(site.lines()).hasSize(16);
        assertThat(site.isAnotherLine(add(900, 64, JSSE, at(900), MAIN))).as("beyond").isFalse();
    }

    @Test
    void ownFramesDoNotCountForTheDepth() {
        StackTraceElement own =
                MadeUpStack.element("io.github.tlsleak.agent.track.Tracker", "site", 3);
        StackTraceElement hooks = MadeUpStack.element("javax.net.ssl.TlsLeakHooks", "created", 9);
        CallStack stack = add(1, 2, own, hooks, JSSE, CALL, MAIN);
        assertThat(stack.frames()).hasSize(2).last().asString().contains("OrderClient");
        assertThat(add(2, 1, JSSE, CALL).frames()).hasSize(1);
    }

    @Test
    void theTableIsBounded() {
        for (int i = 0; i < SiteTable.MAX_SITES; i++) {
            add(i, 64, MadeUpStack.element("com.acme.Many", "call", i));
        }
        assertThat(sites.dropped()).isZero();
        CallStack one = add(-1, 64, MadeUpStack.element("com.acme.Many", "call", -10));
        CallStack two = add(-2, 64, MadeUpStack.element("com.acme.More", "call", 1));
        assertThat(two).isSameAs(one);
        assertThat(one.frames()).containsExactly("(more than 10000 sites, not told apart)");
        assertThat(sites.dropped()).isEqualTo(2);
        assertThat(sites.stacks().size()).isLessThanOrEqualTo(SiteTable.MAX_SITES + 2);
        // stacks that were added before the table was full are still found
        assertThat(add(-3, 64, MadeUpStack.element("com.acme.Many", "call", 5)))
                .isSameAs(sites.find(5));
    }

    @Test
    void withoutStacksAllSessionsShareOne() {
        assertThat(sites.unknown().frames()).isEmpty();
        assertThat(sites.unknown().frame()).isNull();
        assertThat(sites.unknown()).isSameAs(sites.unknown());
    }

    @Test
    void countsBySiteAndVerdict() {
        Site site = site(1, CALL);
        assertThat(site.count(Verdict.LOST)).isEqualTo(1);
        assertThat(site.count(Verdict.UNSENT)).isEqualTo(2);
        assertThat(site.count(Verdict.LOST)).isEqualTo(3);
        assertThat(site.counts()).containsOnly(entry(Verdict.LOST, 2L), entry(Verdict.UNSENT, 1L));
    }
}
