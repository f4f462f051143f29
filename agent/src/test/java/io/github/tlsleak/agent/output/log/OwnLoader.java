package io.github.tlsleak.agent.output.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.output.jmx.JmxBean;
import io.github.tlsleak.agent.output.jmx.JmxRegistration;
import io.github.tlsleak.agent.output.jmx.TlsLeakMXBean;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The agent's classes once more, in a loader that shares none of them. */
public final class OwnLoader extends URLClassLoader {

    private OwnLoader(URL... places) {
        super(places, ClassLoader.getPlatformClassLoader());
    }

    /** Registers a bean, reads all of it, unregisters it. */
    public static ClassLoader useOnce() throws Exception {
        OwnLoader loader = new OwnLoader(place(JmxBean.class), place(Round.class));
        Runnable round =
                (Runnable)
                        loader.loadClass(Round.class.getName())
                                .getDeclaredConstructor()
                                .newInstance();
        assertThat(round.getClass()).isNotEqualTo(Round.class);
        round.run();
        return loader;
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** What happens inside. */
    public static final class Round implements Runnable {

        public Round() {}

        @Override
        public void run() {
            Tracking tracking = new Tracking();
            JmxRegistration registration =
                    new JmxRegistration(
                            () ->
                                    new JmxBean(
                                            () -> new AgentStatus.Builder().build(),
                                            tracking.metrics,
                                            () -> {},
                                            duration -> duration),
                            tracking.heard.series);
            registration.tick();
            try {
                tracking.lost(Resource.SSL_SOCKET);
                registration.tick();
                MBeanServer server = ManagementFactory.getPlatformMBeanServer();
                ObjectName name = new ObjectName(TlsLeakMXBean.NAME);
                server.getAttribute(name, "TopSites");
                server.getAttribute(name, "LeaksByOwner");
                ObjectName findings = new ObjectName("io.github.tlsleak:type=Findings,*");
                for (ObjectName one : server.queryNames(findings, null)) {
                    server.getAttribute(one, "Count");
                }
                server.invoke(name, "dump", null, null);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                registration.close();
            }
        }
    }
}
