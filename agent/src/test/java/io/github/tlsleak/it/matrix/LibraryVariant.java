package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Libraries that are played in one JVM, with the releases of one class path.
 *
 * @param name the name in the tests
 * @param release the directory of the jars in the module, or empty
 * @param tls the TLS version
 * @param libraries their classes in {@code apps.libraries}
 */
public record LibraryVariant(String name, String release, String tls, List<String> libraries) {

    private static final String CURRENT = "target/releases/current";

    static final Path MODULE = AgentJvm.APPS.resolve("libraries");

    private static final List<String> JDK =
            List.of("http.UrlConnection", "http.JavaHttpClient", "http.JdkServer");

    /** These libraries can close idle connections within seconds; no others can. */
    private static final List<String> JDK_IDLE =
            List.of(
                    "-Dhttp.keepAlive.time.server=1",
                    "-Djdk.httpclient.keepalive.timeout=2",
                    "-Djdk.httpclient.keepalive.timeout.h2=60",
                    "-Dsun.net.httpserver.idleInterval=3",
                    "-Dsun.net.httpserver.clockTick=500");

    private static final List<String> BLOCKING =
            List.of(
                    "http.ApacheClient4",
                    "http.ApacheClient5",
                    "http.ApacheClient5Async",
                    "http.OkHttp",
                    "http.JettyClient");
    private static final List<String> SERVERS =
            List.of("http.JettyServer", "http.TomcatServer", "http.UndertowServer");
    private static final List<String> NETTY =
            List.of(
                    "http.VertxClient",
                    "http.VertxServer",
                    "http.ReactorClient",
                    "http.ReactorServer",
                    "http.NettyClient",
                    "http.NettyServer");
    private static final List<String> PROTOCOLS =
            List.of(
                    "protocol.PostgreSql",
                    "protocol.MySql",
                    "protocol.MariaDb",
                    "protocol.MailTransport",
                    "protocol.MailStore",
                    "protocol.Ldaps",
                    "protocol.LdapStartTls",
                    "protocol.Paho",
                    "protocol.WebSocket",
                    "protocol.KafkaClient");
    private static final List<String> GRPC = List.of("grpc.NettyChannel", "grpc.NettyGrpcServer");
    private static final List<String> GRPC_OKHTTP =
            List.of("grpc.OkHttpChannel", "grpc.OkHttpGrpcServer");

    /** The same programs with Netty 4.2, Vert.x 5, Reactor Netty 1.3 and OkHttp 5. */
    private static final List<String> NEWER =
            Stream.concat(NETTY.stream(), Stream.of("http.OkHttp")).toList();

    static List<LibraryVariant> all() {
        return Stream.of(
                        new LibraryVariant("jdk", "", "1.3", JDK),
                        new LibraryVariant("blocking", CURRENT, "1.3", BLOCKING),
                        new LibraryVariant("servers", CURRENT, "1.3", SERVERS),
                        new LibraryVariant("netty", CURRENT, "1.3", NETTY),
                        new LibraryVariant("grpc", CURRENT, "1.3", GRPC),
                        // its own list of ciphers ends with TLS 1.2
                        new LibraryVariant("grpc-okhttp", CURRENT, "1.2", GRPC_OKHTTP),
                        new LibraryVariant("protocols", CURRENT, "1.3", PROTOCOLS),
                        new LibraryVariant("newer", "newer/target/releases", "1.3", NEWER))
                .filter(v -> v.name.startsWith(System.getProperty("tlsleak.only", "")))
                // the default run has to be short
                .filter(v -> !v.name.equals("newer") || Jdk.areGiven())
                .toList();
    }

    /** The owner of its libraries' code: {@code jdk} or {@code library}. */
    String owner() {
        return libraries.equals(JDK) ? "jdk" : "library";
    }

    /** The command of a program with all libraries in their current releases. */
    public static AgentJvm current(Jdk jdk) throws IOException {
        return new AgentJvm(jdk)
                .with(MODULE.resolve("target/classes"))
                .withJarsOf(MODULE.resolve(CURRENT));
    }

    /** The command of the program. */
    AgentJvm jvm(Jdk jdk) throws IOException {
        AgentJvm jvm = new AgentJvm(jdk).with(MODULE.resolve("target/classes"));
        if (!release.isEmpty()) {
            jvm.withJarsOf(MODULE.resolve(release));
        }
        return libraries.equals(JDK) ? jvm.jvm(JDK_IDLE) : jvm;
    }

    @Override
    public String toString() {
        return name;
    }
}
