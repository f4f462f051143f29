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
 * Makes the pictures of the HTML report, from a made fleet, and the report of the demo as text:
 * {@code mvn -q package -DskipTests -Ppicture}. Needs Chromium, as {@code HtmlReportIT} does.
 */
public final class Screenshot {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Screenshot() {}

    /** The directory for pictures and report.txt, and a directory to work in. */
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
        ReportPictures.main(args);
    }

    private static void report(Path in, Object... args) throws IOException, InterruptedException {
        Object[] words = Stream.concat(Stream.of("report"), Stream.of(args)).toArray();
        Ended ended = Cli.on(Jdk.own()).in(in).run(words);
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
    }
}
