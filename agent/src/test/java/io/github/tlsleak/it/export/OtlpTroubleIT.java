package io.github.tlsleak.it.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Collectors in trouble. The program ends well and in time, its findings are in log and report, the
 * trouble is said once for each signal, and no session to the collector is followed.
 */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class OtlpTroubleIT {

    private static final Duration END = Duration.ofSeconds(20);

    @TempDir Path directory;

    /** What a collector does, and what the log says of it. */
    enum Trouble {
        BAD_REQUEST("HTTP 400", exchange -> exchange.sendResponseHeaders(400, -1)),
        TOO_LARGE("HTTP 413", exchange -> exchange.sendResponseHeaders(413, -1)),
        TOO_MANY("HTTP 429", exchange -> later(exchange, 429, "1")),
        LATER("HTTP 503", exchange -> later(exchange, 503, "3600")),
        GARBAGE_DATE("HTTP 503", exchange -> later(exchange, 503, "tomorrow")),
        REDIRECT("HTTP 302", OtlpTroubleIT::elsewhere),
        SHORT("", OtlpTroubleIT::lies),
        GARBAGE("", OtlpTroubleIT::garbage),
        ENDLESS("", OtlpTroubleIT::endless),
        SILENT("has not answered", OtlpTroubleIT::sleeps),
        REFUSED("onnect", null),
        NO_HOST("unknown host", null),
        PLAIN_TO_TLS("", null),
        UNKNOWN_CERTIFICATE("certificate is not trusted", null);

        private final String said;
        private final OtlpCollector.Answer answer;

        Trouble(String said, OtlpCollector.Answer answer) {
            this.said = said;
            this.answer = answer == null ? exchange -> {} : answer;
        }
    }

    private static void later(HttpExchange exchange, int status, String after) throws IOException {
        exchange.getResponseHeaders().add("Retry-After", after);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void elsewhere(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
        exchange.sendResponseHeaders(302, -1);
    }

    private static void lies(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(1);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void garbage(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(new byte[] {(byte) 0xff, 0, (byte) 0x80, 7});
    }

    /** More than any program has room for; ends when the program has gone. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] much = new byte[1 << 16];
        while (true) {
            exchange.getResponseBody().write(much);
        }
    }

    private static void sleeps(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void harmsNothing(Trouble trouble) throws Exception {
        boolean tls = trouble == Trouble.PLAIN_TO_TLS || trouble == Trouble.UNKNOWN_CERTIFICATE;
        SSLContext context = tls ? Keys.init(SSLContext.getInstance("TLS")) : null;
        try (OtlpCollector collector = new OtlpCollector(context, trouble.answer);
                Peer peer = Peer.server("await", "1.2")) {
            AppRun run =
                    new AppRun(Jdk.own(), directory)
                            .jvm("-Dotel.metric.export.interval=300", "-Xmx64m")
                            .option("otlp", url(trouble, collector))
                            .untilReported(1)
                            .untilErr(isSaidAtTheEnd(trouble) ? null : ".*" + trouble.said + ".*");
            try (Forked app =
                    run.start("others.RoundTrips", "127.0.0.1", peer.port() + "", "1.2", "w")) {
                app.in().write('\n');
                app.in().flush();
                run.awaitSeen(app);
                long began = System.nanoTime();
                app.release();
                assertThat(app.exitCode(END)).as(app.everything()).isZero();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(END);
                check(trouble, app);
            }
        }
    }

    private static boolean isSaidAtTheEnd(Trouble trouble) {
        return trouble.said.isEmpty() || trouble == Trouble.SILENT;
    }

    private static String url(Trouble trouble, OtlpCollector collector) {
        switch (trouble) {
            case REFUSED:
                return "http://127.0.0.1:1";
            case NO_HOST:
                return "http://no-such-host.invalid:4318";
            case UNKNOWN_CERTIFICATE:
                return "https://localhost:" + collector.port();
            default:
                return "http://localhost:" + collector.port();
        }
    }

    private void check(Trouble trouble, Forked app) throws IOException {
        List<String> said = app.err().stream().filter(line -> line.contains(" otlp: ")).toList();
        assertThat(said).as(app.everything()).hasSizeLessThanOrEqualTo(2);
        if (!trouble.said.isEmpty()) {
            assertThat(said).as(app.everything()).isNotEmpty();
            assertThat(said).allMatch(line -> line.contains(trouble.said));
        }
        assertThat(app.err()).noneMatch(line -> line.contains("of the agent"));
        Report report = Report.read(directory.resolve("report.jsonl"));
        assertThat(report.numberOfFindings()).as(app.everything()).isEqualTo(1);
        // a socket, an engine and the socket that is dropped
        assertThat(app.err()).anyMatch(line -> line.contains("summary: 3 sessions, 2 closed"));
    }
}
