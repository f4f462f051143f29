package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.matrix.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent reports of a session what openssl, another implementation of TLS, has received. */
class OpensslIT {

    private static final String RECEIVED =
            "<<< TLS %s, Alert \\[length 0002\\], warning close_notify";

    /** openssl prints ERROR for a bare end of the stream and for a reset. */
    private static final String ENDED = "ERROR|CONNECTION CLOSED|" + RECEIVED;

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int FINALIZERS_UNTIL = 18;
    private static final String KEYSTORE = "/io/github/tlsleak/apps/support/keystore.p12";
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir static Path keys;

    private static Path pem;

    @TempDir Path directory;

    static List<Arguments> runs() {
        List<Arguments> runs = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            runs.add(arguments(jdk, "1.2"));
            runs.add(arguments(jdk, "1.3"));
        }
        return runs;
    }

    @BeforeAll
    static void exportKey() throws Exception {
        assumeTrue(isInstalled(), "openssl is not installed: not compared with it");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = OpensslIT.class.getResourceAsStream(KEYSTORE)) {
            store.load(in, PASSWORD);
        }
        String alias = store.aliases().nextElement();
        // openssl 3 refuses the algorithms of a keystore that Java 8 can read
        pem = keys.resolve("key.pem");
        Files.writeString(
                pem,
                pem("PRIVATE KEY", store.getKey(alias, PASSWORD).getEncoded())
                        + pem("CERTIFICATE", store.getCertificate(alias).getEncoded()));
    }

    private static String pem(String type, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }

    @ParameterizedTest
    @MethodSource("runs")
    void closedSocketSendsCloseNotify(Jdk jdk, String tls) throws Exception {
        try (Forked server = server(tls)) {
            Ended ended = run(server, jdk, "socket.SocketClosed", tls);
            server.awaitOut(line -> line.matches(RECEIVED.formatted(tls)), SOON);
            assertThat(ended.report().findings()).as(ended.everything()).isEmpty();
            assertThat(ended.report().summary().path("verdicts").path("CLOSED").asInt())
                    .as(ended.everything())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void droppedSocketIsALeak(Jdk jdk, String tls) throws Exception {
        boolean finalizer = jdk.major() <= FINALIZERS_UNTIL;
        try (Forked server = server(tls)) {
            Ended ended = run(server, jdk, "socket.SocketDropped", tls);
            server.awaitOut(line -> line.matches(ENDED.formatted(tls)), SOON);
            Scenario.Expected lost =
                    new Scenario.Expected(
                            finalizer ? "RESCUED" : "LOST", "leak", "SSLSocket", "client", 1);
            assertThat(ended.report().findings()).as(ended.everything()).containsExactly(lost);
            if (!finalizer) {
                assertThat(server.out()).noneMatch(line -> line.matches(RECEIVED.formatted(tls)));
            }
        }
    }

    /** When the other side closes a connection, openssl ends it and takes the next one. */
    private static Forked server(String tls) throws Exception {
        String version = "-tls" + tls.replace('.', '_');
        List<String> command =
                List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", pem.toString());
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("-key", pem.toString(), "-msg", version));
        Forked server = Forked.start(new ProcessBuilder(all), Map.of());
        // the answer to ping: once a client is connected, openssl sends what it reads
        server.in().write("pong\n".getBytes(StandardCharsets.US_ASCII));
        server.in().flush();
        return server;
    }

    private Ended run(Forked server, Jdk jdk, String program, String tls) throws Exception {
        String accept = server.awaitOut(line -> line.startsWith("ACCEPT "), SOON);
        String port = accept.substring(accept.lastIndexOf(':') + 1).trim();
        return new AppRun(jdk, directory).run(program, "127.0.0.1", port, tls);
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("openssl", "version").start();
            return version.waitFor(20, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
