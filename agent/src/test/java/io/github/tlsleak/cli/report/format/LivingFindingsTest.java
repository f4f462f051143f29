package io.github.tlsleak.cli.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.model.Analysis;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Findings on sessions that were alive: where they hang, and whether that was over after all. */
class LivingFindingsTest {

    private static final String LINES =
            """
            {"type":"site","site":"aa","resource":"SSLSocket","frame":"com.acme.A.open(A.java:1)",\
            "owner":"application","stack":["com.acme.A.open(A.java:1)"]}
            {"type":"site","site":"bb","owner":"application","stack":\
            ["sun.security.ssl.SSLSocketImpl.startHandshake(SSLSocketImpl.java:9)",\
            "com.acme.A.run(A.java:7)"]}
            {"type":"leak","verdict":"STUCK","severity":"defect","resource":"SSLSocket","site":"aa",\
            "alive":true,"ageMillis":61000,"hangsAt":"bb","hangsIn":"worker-1"}
            {"type":"leak","verdict":"STUCK","severity":"defect","resource":"SSLSocket","site":"aa",\
            "alive":true,"ageMillis":62000}
            {"type":"reclosed","verdict":"STUCK","severity":"notice","resource":"SSLSocket",\
            "site":"aa","alive":true,"ageMillis":73000}
            """;

    private Analysis analysis;

    @BeforeEach
    void read() throws IOException {
        analysis = Written.read(LINES);
    }

    @Test
    void text() throws IOException {
        assertThat(Written.as("text", analysis))
                .contains(
                        "\n1. defect: 2 STUCK\n",
                        "alive, and its handshake does not end\n",
                        "\n  alive     2, 1 over after all\n",
                        "\n  hangs at, in thread \"worker-1\"\n"
                                + "    sun.security.ssl.SSLSocketImpl.startHandshake",
                        "\n  allocated at\n  > com.acme.A.open(A.java:1)\n");
    }

    @Test
    void json() throws IOException {
        assertThat(
                        Written.as("json", analysis)
                                .replaceAll("\\s+", "")
                                .replaceAll("[0-9a-f]{16}", "X"))
                .contains(
                        "\"alive\":2,\"overAfterAll\":1,",
                        "\"hangsAt\":{\"site\":\"X\",\"thread\":\"worker-1\",\"stack\":[\"sun.");
    }

    @Test
    void sarif() throws IOException {
        assertThat(Written.as("sarif", analysis)).contains("\"hangs at\"", "\"allocated at\"");
    }

    @Test
    void theyAreNoOpenSessionsThatWereClosed() {
        assertThat(analysis.open().reclosed()).isZero();
        assertThat(analysis.open().size()).isZero();
    }
}
