package io.github.tlsleak.it.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small image made by jlink, as services ship it, has no HTTP client. */
@OwnJdkOnly
class OtlpImageIT {

    private static final String MODULES =
            "java.base,java.instrument,java.logging,java.management,jdk.unsupported,jdk.crypto.ec";

    @TempDir Path directory;

    @Test
    void withoutTheHttpClientIsOneLine() throws Exception {
        Jdk small = new Jdk(image(), Jdk.own().major());
        Ended ended =
                new AppRun(small, directory)
                        .option("otlp", "http://localhost:4318")
                        .untilReported(1)
                        .runWithPeer("socket.SocketDropped", "await", "1.2");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.warnings())
                .hasSize(1)
                .first()
                .asString()
                .contains("otlp: nothing is sent: ", "module java.net.http", "--add-modules");
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isEqualTo(1);
        assertThat(ended.report().summary().path("agentErrors").asInt(-1)).isZero();
    }

    private Path image() throws Exception {
        Path jlink = Jdk.own().home().resolve("bin/jlink");
        assumeTrue(Files.isExecutable(jlink), "no jlink: no image of its own");
        Path image = directory.resolve("jre");
        String modules = "--add-modules=" + MODULES;
        Process made =
                new ProcessBuilder(jlink.toString(), modules, "--output=" + image)
                        .inheritIO()
                        .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
        return image;
    }
}
