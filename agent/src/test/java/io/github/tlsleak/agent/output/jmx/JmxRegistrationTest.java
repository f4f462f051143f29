package io.github.tlsleak.agent.output.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.output.log.OwnLoader;
import io.github.tlsleak.agent.output.metrics.FindingSeries;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.track.Tracking;
import java.io.File;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

class JmxRegistrationTest {

    /** Runs a class in a new JVM: in this one, the server may exist already. */
    private static List<String> run(Class<?> main, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin/java");
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(place(JmxBean.class) + File.pathSeparator + place(main));
        command.add(main.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text).isZero();
            return text.lines().toList();
        }
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static JmxBean bean() {
        return new JmxBean(
                () -> new AgentStatus.Builder().build(),
                new Tracking().metrics,
                () -> {},
                duration -> duration);
    }

    private static FindingSeries none() {
        return new FindingSeries(warning -> {});
    }

    /** Prints what it sees, between the lines in which the JVM names the classes it loads. */
    static final class Late {

        private Late() {}

        public static void main(String[] args) throws Exception {
            AtomicLong clock = new AtomicLong();
            JmxRegistration registration =
                    new JmxRegistration(JmxRegistrationTest::bean, clock::get, null);
            tick(registration, clock, "no server");
            MBeanServer other = MBeanServerFactory.createMBeanServer("application");
            tick(registration, clock, "another server");
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            registration.tick();
            say("too early", registration);
            tick(registration, clock, "server");
            ObjectName name = new ObjectName(TlsLeakMXBean.NAME);
            System.out.println("there " + server.isRegistered(name) + other.isRegistered(name));
            registration.close();
            say("closed", registration);
            tick(registration, clock, "after close");
            System.out.println("there " + server.isRegistered(name));
        }

        private static void tick(JmxRegistration registration, AtomicLong clock, String what) {
            clock.addAndGet(1_000_000_000L);
            registration.tick();
            say(what, registration);
        }

        private static void say(String what, JmxRegistration registration) {
            System.out.println(
                    what + ": " + registration.isRegistered() + " " + registration.problem());
        }
    }

    @Test
    void registeredWhenTheServerIsThere() throws Exception {
        assertThat(run(Late.class))
                .containsExactly(
                        "no server: false null",
                        "another server: false null",
                        "too early: false null",
                        "server: true null",
                        "there truefalse",
                        "closed: false null",
                        "after close: false null",
                        "there false");
    }

    @Test
    void lookingInitialisesNoLoggingAndMakesNoServer() throws Exception {
        List<String> lines = run(Late.class, "-Xlog:class+load=info");
        int looked = lines.indexOf("no server: false null");
        assertThat(lines.subList(0, looked))
                .anyMatch(line -> line.contains(" javax.management.MBeanServerFactory "))
                .noneMatch(line -> line.contains(" java.util.logging."))
                .noneMatch(line -> line.contains(" com.sun.jmx.defaults.JmxProperties "))
                .noneMatch(line -> line.contains(" com.sun.jmx.mbeanserver.JmxMBeanServer "))
                .noneMatch(line -> line.contains(" java.lang.management.ManagementFactory "));
    }

    @Test
    void aJvmWithoutManagement() throws Exception {
        assertThat(run(Bare.class, "--limit-modules", "java.base"))
                .containsExactly("false this JVM has no java.management");
    }

    /** Ticks twice in a JVM without JMX. */
    static final class Bare {

        private Bare() {}

        public static void main(String[] args) {
            JmxRegistration registration = new JmxRegistration(JmxRegistrationTest::bean, none());
            registration.tick();
            registration.tick();
            registration.close();
            System.out.println(registration.isRegistered() + " " + registration.problem());
        }
    }

    @Test
    void aNameThatIsTakenIsLeftAlone() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(TlsLeakMXBean.NAME);
        server.registerMBean(new StandardMBean(() -> {}, Runnable.class), name);
        try {
            JmxRegistration registration = new JmxRegistration(JmxRegistrationTest::bean, none());
            registration.tick();
            assertThat(registration.isRegistered()).isFalse();
            assertThat(registration.problem())
                    .isEqualTo("another io.github.tlsleak:type=TlsLeak is registered");
            registration.close();
            assertThat(server.isRegistered(name)).isTrue();
        } finally {
            server.unregisterMBean(name);
        }
    }

    @Test
    void closeAfterSomebodyElseUnregistered() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        JmxRegistration registration = new JmxRegistration(JmxRegistrationTest::bean, none());
        registration.tick();
        server.unregisterMBean(new ObjectName(TlsLeakMXBean.NAME));
        registration.close();
        assertThat(registration.problem()).isNull();
    }

    @Test
    void theBeansLoaderIsFreeAfterwards() throws Exception {
        ManagementFactory.getPlatformMBeanServer();
        WeakReference<ClassLoader> loader = new WeakReference<>(OwnLoader.useOnce());
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(loader.get()).isNull();
    }
}
