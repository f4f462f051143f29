package io.github.tlsleak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Makes the README's picture of an HTML report, and the same report as text, from the demo: {@code
 * mvn -q package -DskipTests -Ppicture}. Needs Chromium, as {@code HtmlReportIT} does.
 */
public final class Screenshot {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1500;
    private static final int SETTLE_MILLIS = 500;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Screenshot() {}

    /** The directory for report.png and report.txt, and a directory to work in. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path docs = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        Path work = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
        Files.deleteIfExists(work.resolve("leaks.jsonl"));
        AgentJvm jvm = new AgentJvm(Jdk.own());
        jvm.agentArgs("log=off,report=" + work.resolve("leaks.jsonl"));
        try (Forked demo = jvm.start("io.github.tlsleak.apps.demo.LeakyShop")) {
            assertThat(demo.exitCode(DEADLINE)).isZero();
        }
        report(work, "--out", docs.resolve("report.txt"), "leaks.jsonl");
        report(work, "--format", "html", "--out", "report.html", "leaks.jsonl");
        take(work.resolve("report.html"), docs.resolve("report.png"));
    }

    private static void report(Path in, Object... args) throws IOException, InterruptedException {
        Object[] words = Stream.concat(Stream.of("report"), Stream.of(args)).toArray();
        Ended ended = Cli.on(Jdk.own()).in(in).run(words);
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
    }

    /** The first site is opened. */
    private static void take(Path html, Path png) throws IOException, InterruptedException {
        try (Chromium chromium = Chromium.start();
                BrowserPage page = chromium.page()) {
            page.scheme("light").size(WIDTH, HEIGHT).open(html);
            page.click(".expand");
            page.eval("document.activeElement.blur(); scrollTo(0, 0)");
            Thread.sleep(SETTLE_MILLIS);
            page.screenshot(png);
        }
    }
}
