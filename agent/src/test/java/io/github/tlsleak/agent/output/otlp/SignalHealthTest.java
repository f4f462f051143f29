package io.github.tlsleak.agent.output.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalHealthTest {

    private final List<String> said = new ArrayList<>();
    private String way = "";
    private long now;
    private final SignalHealth health =
            new SignalHealth("metrics", "http://c/v1/metrics", () -> way, said::add, () -> now);

    @Test
    void saysTroubleOnceAndItsEndOnce() {
        health.answered(200, "OK");
        for (int i = 0; i < 3; i++) {
            health.answered(503, "503");
        }
        for (int i = 0; i < 3; i++) {
            health.answered(200, "");
        }
        health.answered(400, "Bad Request");
        assertThat(said)
                .containsExactly(
                        "otlp: metrics do not reach http://c/v1/metrics: HTTP 503; it is tried"
                                + " again, this is said once",
                        "otlp: metrics reach http://c/v1/metrics again");
        assertThat(health.text())
                .isEqualTo("4 requests of metrics (last error: HTTP 400 Bad Request)");
        now += TimeUnit.HOURS.toNanos(2);
        health.answered(400, "Bad Request");
        assertThat(said).as("after hours").hasSize(3);
    }

    @Test
    void namesTheProxyAndSaysThatItGivesNoPassword() {
        way = " by the proxy p:3128";
        health.failed(new NullPointerException());
        assertThat(said)
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "otlp: metrics do not reach http://c/v1/metrics by the proxy p:3128: HTTP")
                .contains("407", "password", "-Dhttp.nonProxyHosts");
    }

    @ParameterizedTest
    @CsvSource({"429, true", "502, true", "503, true", "504, true", "400, false", "404, false"})
    void knowsWhatIsWorthASecondTry(int status, boolean again) {
        health.answered(status, "");
        assertThat(health.isRetryable()).isEqualTo(again);
    }

    @Test
    void saysWhyInAFewWords() {
        Exception noHost = new ConnectException();
        noHost.initCause(new UnresolvedAddressException());
        assertThat(SendError.text(noHost)).isEqualTo("unknown host");
        assertThat(SendError.text(new ConnectException())).isEqualTo("connection refused");
        assertThat(SendError.text(new SSLHandshakeException("PKIX path building failed")))
                .contains("not trusted", "OTEL_EXPORTER_OTLP_CERTIFICATE");
        health.failed(new IllegalStateException("two\nlines"));
        assertThat(said.get(0)).doesNotContain("\n");
    }
}
