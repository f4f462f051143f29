package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Broker;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding says whose code it is about, and what to do with what the reader holds. */
@OwnJdkOnly
class ReadableIT {

    private static final String HTTPS = "sun.net.www.protocol.https.";
    private static final String FIX = "read the stream to its end and close it, the error stream";

    @TempDir Path directory;

    /** Headline frame and fix where all frames are the JDK's. */
    @Test
    void theCallerOfTlsStandsForAStackOfTheJdk() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .untilReported(1)
                        .runWithPeer("jdk.UrlStreamForgotten", "http-await", "1.3");
        assertThat(ended.log())
                .as(ended.everything())
                .anyMatch(line -> line.matches("  site  .*  " + HTTPS + "\\S+  \\[jdk]"))
                .anyMatch(line -> line.startsWith("  fix       " + FIX))
                .anyMatch(line -> line.startsWith("  > " + HTTPS));
        JsonNode site = ended.report().of("site").get(0);
        assertThat(site.has("frame")).isFalse();
        String headline = site.path("headline").asText();
        assertThat(headline).startsWith(HTTPS);
        assertThat(ended.log()).contains("  > " + headline);
        assertThat(report("text")).contains("  > " + headline);
        String unwrapped = report("text").replaceAll("\\s+", " ");
        assertThat(unwrapped).contains(headline + " [jdk]", FIX);
        assertThat(report("json")).contains("\"frame\" : \"" + headline, FIX);
        assertThat(report("sarif")).contains(FIX);
        assertThat(report("html")).contains(headline, FIX);
    }

    /** The handlers of the channel where no frame of the application is on the stack. */
    @Test
    void anEventLoopsChannelIsKnownByItsHandlers() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option("app.packages", "com.nobody")
                        .option("threshold", "1s")
                        .untilReported(1)
                        .runWithPeer("engine.netty.channel.PipelineOfChannel", "await", "1.3");
        String app = "io.github.tlsleak.apps.engine.netty.channel.PipelineOfChannel$";
        String pipeline = "ssl (" + app + "SslHandler), " + app + "CommandHandler";
        assertThat(ended.log()).as(ended.everything()).contains("  pipeline  " + pipeline);
        JsonNode open = ended.report().of("open").get(0);
        assertThat(open.path("pipeline").asText()).isEqualTo(pipeline);
    }

    private String report(String format) throws Exception {
        Ended ended =
                Cli.on(Jdk.own())
                        .run("report", directory.resolve("report.jsonl"), "--format", format);
        return String.join("\n", ended.out());
    }

    /** A class in a package of ActiveMQ, once as the main class of a jar and once called. */
    @Test
    void theMainProgramIsTheApplication() throws Exception {
        Broker broker = Broker.of("org.apache.activemq.console.Main", directory);
        JsonNode asProgram = broker.site(broker.jar());
        assertThat(asProgram.path("owner").asText()).isEqualTo("application");
        assertThat(asProgram.path("frame").asText())
                .startsWith("org.apache.activemq.console.Main.session(");
        JsonNode called = broker.site(broker.caller());
        assertThat(called.path("frame").asText()).startsWith("Caller.main(");
    }
}
