package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.VirtualMachine;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.JdkTool;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The MXBean, read by a JMX client in another JVM. */
@Execution(ExecutionMode.CONCURRENT)
class JmxIT {

    private static final Duration LATE = Duration.ofSeconds(30);

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void clientReadsAndCalls(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "report=" + report)) {
            target.leak(2, report, 4);
            try (JMXConnector client = connect(target.pid())) {
                MBeanServerConnection server = client.getMBeanServerConnection();
                ObjectName bean = bean();
                await("registration").atMost(LATE).until(() -> server.isRegistered(bean));
                assertThat(server.getAttribute(bean, "Version"))
                        .isEqualTo(System.getProperty("tlsleak.version"));
                assertThat(invoke(server, "dump")).contains("apps.attach.Sessions");
                assertThat(invoke(server, "setThreshold", "90s")).contains("90s");
                gone(jdk, target, server);
            }
            target.endsWell();
        }
    }

    private static void gone(Jdk jdk, TlsServiceJvm target, MBeanServerConnection server)
            throws Exception {
        Ended off = Cli.on(jdk).run("detach", target.pid());
        assertThat(off.exitCode()).as(off.everything()).isZero();
        assertThat(server.isRegistered(bean())).isFalse();
        // an object with a finalizer or a cleaner is collected only by the second collection
        String loader = "io.github.tlsleak.AgentClassLoader";
        await("no agent's loader")
                .atMost(LATE)
                .untilAsserted(
                        () -> assertThat(JdkTool.instances(jdk, target.pid(), loader)).isZero());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void withJmxOffThereIsNoBean(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "jmx=false")) {
            try (JMXConnector client = connect(target.pid())) {
                Ended cli = Cli.on(jdk).run("status", target.pid());
                assertThat(cli.exitCode()).as(cli.everything()).isZero();
                assertThat(client.getMBeanServerConnection().isRegistered(bean())).isFalse();
            }
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void programWithoutJmxGetsNoServer(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "report=" + report)) {
            target.leak(1, report, 2);
            Ended cli = Cli.on(jdk).run("status", target.pid());
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            assertThat(target.ask("mbeanservers")).isEqualTo("mbeanservers=0");
            target.endsWell();
        }
    }

    /** The JMX address of the JVM that this test has started. */
    @SuppressWarnings("BanJNDI")
    private static JMXConnector connect(long pid) throws Exception {
        VirtualMachine vm = VirtualMachine.attach(String.valueOf(pid));
        try {
            return JMXConnectorFactory.connect(new JMXServiceURL(vm.startLocalManagementAgent()));
        } finally {
            vm.detach();
        }
    }

    private static String invoke(MBeanServerConnection server, String operation, String... args)
            throws Exception {
        String[] types = new String[args.length];
        Arrays.fill(types, String.class.getName());
        return String.valueOf(server.invoke(bean(), operation, args, types));
    }

    private static ObjectName bean() throws Exception {
        return new ObjectName("io.github.tlsleak:type=TlsLeak");
    }
}
