package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.peer.Peer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command heap on a running JVM tells the same with tlsleak in it and without. */
class HeapSumsIT {

    private static final String PROGRAM = "heap.HeldSites";
    private static final String FIELD = "static io.github.tlsleak.apps.heap.HeldSites.HELD";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    /** Number and bytes of each class, and number of each path. */
    private record Sums(Map<String, String> kinds, Map<String, Long> paths) {}

    @ParameterizedTest
    @MethodSource("jdks")
    void sameSumsWithAndWithoutTheAgent(Jdk jdk) throws Exception {
        JsonNode with = heap(jdk, new AppRun(jdk, directory));
        JsonNode without = heap(jdk, new AppRun(jdk, directory).withoutAgent());
        assertThat(sums(with)).isEqualTo(sums(without));
        assertThat(sums(without).paths).containsKey(FIELD + " -> ConcurrentHashMap[*]");
        assertThat(without.has("tlsleak")).isFalse();
        assertThat(with.path("tlsleak").path("bytes").asLong()).isPositive();
        assertThat(sites(without)).isZero();
        assertThat(sites(with)).isPositive();
    }

    private JsonNode heap(Jdk jdk, AppRun run) throws Exception {
        try (Peer peer = Peer.server("await", "1.2");
                Forked app = run.start(PROGRAM, "127.0.0.1", String.valueOf(peer.port()), "1.2")) {
            app.awaitOut("DONE"::equals, AppRun.LONG);
            Ended said = Cli.on(jdk).run("heap", app.pid(), "--yes", "--format", "json");
            assertThat(said.exitCode()).as(said.everything()).isZero();
            app.release();
            app.endsWell(AppRun.LONG);
            return said.json();
        }
    }

    private static Sums sums(JsonNode heap) {
        Map<String, String> kinds = new TreeMap<>();
        for (JsonNode kind : heap.path("kinds")) {
            kinds.put(
                    kind.path("class").asText(),
                    kind.path("count")
                            + " with "
                            + kind.path("bytes")
                            + " in "
                            + kind.path("states"));
        }
        Map<String, Long> paths = new TreeMap<>();
        for (JsonNode group : heap.path("groups")) {
            StringBuilder path = new StringBuilder();
            for (JsonNode step : group.path("path")) {
                path.append(path.isEmpty() ? "" : " -> ").append(step.path("step").asText());
            }
            paths.merge(path.toString(), group.path("count").asLong(), Long::sum);
        }
        return new Sums(kinds, paths);
    }

    private static int sites(JsonNode heap) {
        int sites = 0;
        for (JsonNode group : heap.path("groups")) {
            sites += group.path("sites").size();
        }
        return sites;
    }
}
