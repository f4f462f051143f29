package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log as people read it. */
class LogIT {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
    private static final String SITE = "[0-9a-f]{16}  ";
    private static final int FINALIZERS_UNTIL = 18;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void demoIsReportedInFull(Jdk jdk) throws Exception {
        Ended ended = new AppRun(jdk, directory).run("demo.LeakyShop");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).hasSize(5).noneMatch(line -> line.contains("tlsleak"));
        assertThat(ended.otherErr()).as("on stderr, not ours").isEmpty();
        String socket =
                jdk.major() <= FINALIZERS_UNTIL
                        ? "RESCUED: SSLSocket collected unclosed, closed only by its finalizer"
                        : "LOST: SSLSocket collected without close_notify";
        checkLeak(
                report(ended, "SSLSocket"),
                socket,
                "127.0.0.1:\\d+ \\(client\\)  TLSv1\\.[23] TLS_\\S+  "
                        + "SunJSSE sun\\.security\\.ssl\\.SSLSocketImpl",
                "demo\\.OrderClient\\.order\\(OrderClient\\.java:\\d+\\)");
        checkLeak(
                report(ended, "SSLEngine"),
                "LOST: SSLEngine collected without close_notify",
                "127.0.0.1:\\d+ \\(client\\)  TLSv1\\.[23] TLS_\\S+  "
                        + "SunJSSE sun\\.security\\.ssl\\.SSLEngineImpl",
                "demo\\.PriceFeed\\.read\\(PriceFeed\\.java:\\d+\\)");
        assertThat(ended.log())
                .filteredOn(l -> l.startsWith("[tlsleak] INFO summary: "))
                .hasSize(1);
    }

    @Test
    void laterLeaksOfASiteAreReportedByPowersOfTen() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .untilErr(".* LOST now 1000 times .*")
                        .runAlone("volume.SomeLeaks", "1000");
        String again = "[tlsleak] WARN LOST now %d times at site ";
        List<String> first = ended.log().stream().filter(l -> l.startsWith("[tlsleak] ")).toList();
        assertThat(first).as(ended.everything()).hasSize(5);
        assertThat(first.get(0)).startsWith("[tlsleak] WARN leak #1 LOST: ");
        assertThat(first.get(1)).startsWith(again.formatted(10));
        assertThat(first.get(2)).startsWith(again.formatted(100));
        assertThat(first.get(3)).startsWith(again.formatted(1000));
        assertThat(first.get(4))
                .startsWith(
                        "[tlsleak] INFO summary: 2000 sessions, 1000 closed, 0 open; 1000 leaks");
        assertThat(ended.otherErr()).isEmpty();
        assertThat(ended.out()).containsExactly("DONE");
    }

    @Test
    void openSessionsAreListedAtExit() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .runWithPeer("socket.SocketOpenAtExit", "await", "1.3");
        assertThat(ended.log()).as(ended.everything()).hasSize(3);
        assertThat(ended.log().get(0))
                .startsWith("[tlsleak] INFO summary: 1 session, 0 closed, 1 open; 0 leaks, ");
        assertThat(ended.log().get(1)).isEqualTo("  1 session = 1 open");
        assertThat(ended.log().get(2))
                .matches(
                        "  1 still open, oldest [0-9.]+ s, at "
                                + SITE
                                + "\\S+SocketOpenAtExit\\.main\\(\\S+\\)  \\[application\\]");
        assertThat(ended.otherErr()).isEmpty();
    }

    @Test
    void whoHoldsThemIsSaidWhileTheJvmLives() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option("stuck", "1s")
                        .untilReported(1)
                        .runWithPeer("living.StuckClient", "stall", "1.3");
        String line = "  who holds them: java -jar tlsleak.jar heap " + ended.pid();
        assertThat(ended.log()).as(ended.everything()).containsOnlyOnce(line);
        assertThat(ended.report().summary().path("atExit").asBoolean()).isTrue();
        Ended report = Cli.on(Jdk.own()).run("report", directory);
        assertThat(report.out()).as(report.everything()).anyMatch(l -> l.contains("1 STUCK"));
        assertThat(report.out()).noneMatch(l -> l.contains("who holds"));
    }

    /** The lines of the first finding about a kind of object. */
    private static List<String> report(Ended ended, String resource) {
        List<String> log = ended.log();
        int first = 0;
        while (!log.get(first).matches("\\[tlsleak\\] WARN leak #\\d+ \\w+: " + resource + " .*")) {
            first++;
            assertThat(first).as(resource + ended.everything()).isLessThan(log.size());
        }
        int end = first + 1;
        while (end < log.size() && log.get(end).startsWith("  ")) {
            end++;
        }
        return log.subList(first, end);
    }

    private static void checkLeak(List<String> lines, String headline, String peer, String frame) {
        String app = "io\\.github\\.tlsleak\\.apps\\." + frame;
        assertThat(lines).as(String.join("\n", lines)).hasSizeGreaterThan(8);
        assertThat(lines.get(0)).startsWith("[tlsleak] WARN leak #").endsWith(" " + headline);
        assertThat(lines.get(1)).matches("  peer      " + peer);
        assertThat(lines.get(2))
                .matches("  opened    " + TIME + " by thread \"main\", lived [0-9.]+ s.*");
        assertThat(lines.get(3)).matches("  site      " + SITE + app + "  \\[application\\]");
        assertThat(lines.get(4))
                .matches("  why       (nobody called close|a SocketChannel has no cleaner).*");
        assertThat(lines.get(5)).matches("  fix       .*clos.*");
        assertThat(lines.get(6)).isEqualTo("  allocated at");
        List<String> stack = lines.subList(7, lines.size());
        assertThat(stack).allMatch(line -> line.matches(" {2}[ >] \\S.*"));
        assertThat(stack).filteredOn(line -> line.startsWith("  > ")).hasSize(1);
        assertThat(stack).anyMatch(line -> line.matches("  > " + app));
        assertThat(stack).noneMatch(line -> line.contains("tlsleak.lib"));
    }
}
