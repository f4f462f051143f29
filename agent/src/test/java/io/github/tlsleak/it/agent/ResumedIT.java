package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After a resumption, JSSE gives a server on engines an empty name and a port instead of a peer.
 */
class ResumedIT {

    @TempDir Path directory;

    static Stream<Arguments> runs() {
        return Jdk.all().stream()
                .flatMap(jdk -> Stream.of("1.2", "1.3").map(tls -> arguments(jdk, tls)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aPeerThatIsNotKnownIsAbsent(Jdk jdk, String tls) throws Exception {
        Ended ended =
                new AppRun(jdk, directory)
                        .untilReported(6)
                        .run("server.ResumedDropped", "127.0.0.1", "0", tls);
        assertThat(ended.out()).as(ended.everything()).containsExactly("DONE");
        List<JsonNode> leaks = ended.report().of("leak");
        assertThat(leaks).hasSize(6);
        for (JsonNode leak : leaks) {
            assertThat(leak.path("role").asText()).isEqualTo("server");
            if (leak.path("resource").asText().equals("SSLEngine")) {
                assertThat(leak.has("peerHost")).as(leak.toString()).isFalse();
                assertThat(leak.has("peerPort")).as(leak.toString()).isFalse();
            } else {
                assertThat(leak.path("peerHost").asText()).isEqualTo("127.0.0.1");
                assertThat(leak.path("peerPort").asInt()).as(leak.toString()).isBetween(1, 65534);
            }
        }
        assertThat(ended.log()).noneMatch(line -> line.contains(":65535"));
    }
}
