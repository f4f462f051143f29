package io.github.tlsleak.agent.output.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.output.metrics.Metric;
import io.github.tlsleak.agent.output.metrics.MetricValues;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bean through a real server, as a client sees it. */
class JmxBeanTest {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Tracking tracking = new Tracking();
    private final AgentStatus.Builder facts = new AgentStatus.Builder();
    private final AtomicInteger collections = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final JmxBean bean =
            new JmxBean(
                    facts::build,
                    this::standing,
                    collections::incrementAndGet,
                    JmxBeanTest::threshold,
                    nanos::get);
    private final JmxRegistration registration =
            new JmxRegistration(() -> bean, tracking.heard.series);
    private ObjectName name;
    private TlsLeakMXBean proxy;

    private static String threshold(String duration) {
        if (duration.equals("soon")) {
            throw new IllegalArgumentException("threshold=soon: not a duration such as 250ms");
        }
        return "threshold: off -> " + duration;
    }

    private MetricValues standing() {
        looks.incrementAndGet();
        return tracking.metrics.get();
    }

    @BeforeEach
    void register() throws Exception {
        facts.version = "0.1.0";
        facts.startedMillis = facts.timeMillis - 5_000;
        name = new ObjectName("io.github.tlsleak:type=TlsLeak");
        registration.tick();
        proxy = JMX.newMXBeanProxy(server, name, TlsLeakMXBean.class);
    }

    @AfterEach
    void unregister() {
        registration.close();
    }

    @Test
    void attributes() throws Exception {
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        tracking.at("com.acme.B", "b", 2).lost(Resource.SSL_SOCKET);
        tracking.lost(Resource.SSL_SOCKET);
        tracking.dropped(Resource.SSL_SOCKET, Event.CONNECTED, Event.ESTABLISHED, Event.CLOSE);
        facts.errors = 3;
        facts.firstError = "e";
        assertThat(proxy.getVersion()).isEqualTo("0.1.0");
        assertThat(proxy.getMode()).isEqualTo("premain");
        assertThat(proxy.getUptimeMillis()).isEqualTo(5_000);
        assertThat(proxy.getSessionsCreated()).isEqualTo(4);
        assertThat(proxy.getSessions()).isEqualTo(4);
        assertThat(proxy.getSessionsEnded()).containsEntry("LOST", 3L).containsEntry("UNSENT", 1L);
        assertThat(proxy.getSessionsNotUsedYet()).isZero();
        assertThat(proxy.getSessionsAwaitingVerdict()).isZero();
        assertThat(proxy.getSessionsNotJudged()).isZero();
        assertThat(proxy.getSessionsClosed()).isZero();
        assertThat(proxy.getSessionsOpen()).isZero();
        assertThat(proxy.getLeaksByVerdict()).hasSize(1).containsEntry("LOST", 3L);
        assertThat(proxy.getLeaks()).isEqualTo(3);
        assertThat(proxy.getDefects()).isEqualTo(1);
        assertThat(proxy.getNotices()).isZero();
        assertThat(proxy.getSuppressed()).isZero();
        assertThat(proxy.getAgentErrors()).isEqualTo(3);
        assertThat(proxy.getFirstAgentError()).isEqualTo("e");
    }

    /** What monitors needs scalars: a table or a composite is lost on OpenTelemetry's rules. */
    @Test
    void eachMetricIsAnAttributeOfALong() throws Exception {
        tracking.lost(Resource.SSL_SOCKET);
        tracking.contexts.created(new Object(), new Object(), true);
        facts.errors = 1;
        tracking.errors.add(new IllegalStateException());
        for (Metric metric : Metric.values()) {
            long expected = metric.of(tracking.metrics.get());
            assertThat(server.getAttribute(name, metric.attribute))
                    .as(metric.id)
                    .isEqualTo(expected);
        }
        assertThat(proxy.getSessionsOpened()).isEqualTo(1);
        assertThat(proxy.getContexts()).isEqualTo(1);
    }

    @Test
    void leaksByOwner() throws Exception {
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        assertThat(proxy.getLeaksByOwner())
                .hasSize(3)
                .containsEntry("application", 1L)
                .containsEntry("library", 0L)
                .containsEntry("jdk", 0L);
    }

    private Set<ObjectName> series() throws Exception {
        return server.queryNames(new ObjectName("io.github.tlsleak:type=Findings,*"), null);
    }

    @Test
    void eachSeriesIsABeanUntilTheEnd() throws Exception {
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        assertThat(series()).isEmpty();
        registration.tick();
        assertThat(series()).hasSize(1);
        ObjectName one = series().iterator().next();
        String site = tracking.heard.found.get(0).site.fingerprint();
        assertThat(one.getCanonicalName())
                .isEqualTo(
                        "io.github.tlsleak:owner=application,resource=SSLSocket,severity=leak,site="
                                + site
                                + ",type=Findings,verdict=LOST");
        tracking.lost(Resource.SSL_SOCKET);
        assertThat(server.getAttribute(one, "Count")).isEqualTo(2L);
        assertThat(server.getAttribute(one, "Frame")).isEqualTo("com.acme.A.a(A.java:1)");
        tracking.lost(Resource.SSL_ENGINE);
        registration.tick();
        registration.tick();
        assertThat(series()).hasSize(2);
        registration.close();
        registration.tick();
        assertThat(series()).isEmpty();
        assertThat(registration.problem()).isNull();
    }

    @Test
    void aSeriesWhoseNameIsTakenIsLeftOutAlone() throws Exception {
        tracking.lost(Resource.SSL_SOCKET);
        registration.tick();
        ObjectName taken = series().iterator().next();
        registration.close();
        server.registerMBean(new StandardMBean(() -> {}, Runnable.class), taken);
        try {
            JmxRegistration again = new JmxRegistration(() -> bean, tracking.heard.series);
            tracking.lost(Resource.SSL_ENGINE);
            again.tick();
            assertThat(again.isRegistered()).isTrue();
            assertThat(series()).hasSize(2);
            again.close();
            assertThat(series()).containsExactly(taken);
        } finally {
            server.unregisterMBean(taken);
        }
    }

    @Test
    void topSites() throws Exception {
        for (int i = 1; i <= 12; i++) {
            tracking.at("com.acme.A", "a" + i, i).lost(Resource.SSL_SOCKET);
        }
        tracking.lost(Resource.SSL_SOCKET);
        assertThat(proxy.getTopSites()).hasSize(10);
        TopSite top = proxy.getTopSites().get(0);
        assertThat(top.getFindings()).isEqualTo(2);
        assertThat(top.getFrame()).isEqualTo("com.acme.A.a12(A.java:12)");
        assertThat(top.getOwner()).isEqualTo("application");
        assertThat(top.getSite()).matches("[0-9a-f]{16}");
    }

    @Test
    void toolsSeeOpenTypesOnly() throws Exception {
        tracking.set("stack.depth=0");
        tracking.lost(Resource.SSL_SOCKET);
        CompositeData[] sites = (CompositeData[]) server.getAttribute(name, "TopSites");
        assertThat(sites).hasSize(1);
        assertThat(sites[0].get("findings")).isEqualTo(1L);
        assertThat(sites[0].get("frame")).isNull();
        assertThat(server.getAttribute(name, "LeaksByVerdict")).isInstanceOf(TabularData.class);
        assertThat(server.getMBeanInfo(name).getAttributes()).hasSize(28);
        assertThat(server.getMBeanInfo(name).getOperations()).hasSize(3);
    }

    @Test
    void operations() throws Exception {
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        assertThat(proxy.dump()).contains("1 LOST at ").contains("> com.acme.A.a(A.java:1)");
        proxy.gc();
        assertThat(collections).hasValue(1);
        assertThat(proxy.setThreshold("60s")).isEqualTo("threshold: off -> 60s");
        assertThatThrownBy(() -> proxy.setThreshold("soon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("threshold=soon: not a duration");
    }

    @Test
    void oneLookServesTheAttributesOfASecond() throws Exception {
        assertThat(proxy.getSessionsCreated()).isZero();
        tracking.lost(Resource.SSL_SOCKET);
        nanos.addAndGet(999_999_999);
        assertThat(proxy.getSessionsCreated()).isZero();
        assertThat(looks).hasValue(1);
        nanos.addAndGet(1);
        assertThat(proxy.getSessionsCreated()).isEqualTo(1);
        assertThat(looks).hasValue(2);
    }
}
