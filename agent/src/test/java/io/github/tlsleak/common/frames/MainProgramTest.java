package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainProgramTest {

    private final LibraryPackages libraries = new LibraryPackages();

    @ParameterizedTest
    @CsvSource({
        "kafka.Kafka, kafka.network.Processor",
        "kafka.Kafka, org.apache.kafka.common.network.SslTransportLayer",
        "org.apache.activemq.console.Main, org.apache.activemq.transport.nio.NIOSSLTransport",
        "org.apache.zookeeper.server.quorum.QuorumPeerMain, org.apache.zookeeper.common.X509Util",
        "org.apache.cassandra.service.CassandraDaemon, org.apache.cassandra.net.SocketFactory",
        "org.elasticsearch.bootstrap.Elasticsearch, org.elasticsearch.transport.TcpTransport",
    })
    void aProductThatIsTheProgramIsTheApplication(String mainClass, String frame) {
        Attribution attribution = new Attribution(List.of(), mainClass);
        assertThat(attribution.of(List.of(frame)).owner()).isEqualTo(Owner.APPLICATION);
        // other libraries stay libraries, and without that main class it is one, too
        assertThat(attribution.isApplication("io.netty.channel.nio.NioEventLoop")).isFalse();
        assertThat(new Attribution(List.of()).of(List.of(frame)).owner()).isEqualTo(Owner.LIBRARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.boot.loader.JarLauncher",
                "org.springframework.boot.loader.launch.JarLauncher",
                "org.apache.catalina.startup.Bootstrap",
                "org.jboss.modules.Main",
                "org.eclipse.jetty.start.Main",
                "org.junit.platform.console.ConsoleLauncher",
                "org.apache.maven.surefire.booter.ForkedBooter",
                "worker.org.gradle.process.internal.worker.GradleWorkerMain",
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "io.vertx.core.Launcher",
                "clojure.main",
            })
    void launchersAreNot(String mainClass) {
        assertThat(MainProgram.packages(mainClass, libraries)).isEmpty();
    }

    @Test
    void theProgramOfAUserChangesNothing() {
        assertThat(MainProgram.packages("com.acme.Main", libraries)).isEmpty();
        assertThat(MainProgram.packages("Main", libraries)).isEmpty();
        assertThat(MainProgram.packages("jdk.httpserver/sun.net.Main", libraries)).isEmpty();
        assertThat(MainProgram.packages(null, libraries)).isEmpty();
    }

    @Test
    void givenPackagesWin() {
        Attribution given = new Attribution(List.of("com.acme"), "kafka.Kafka");
        assertThat(given.isApplication("kafka.network.Processor")).isFalse();
        assertThat(given.isApplication("com.acme.Plugin")).isTrue();
    }
}
