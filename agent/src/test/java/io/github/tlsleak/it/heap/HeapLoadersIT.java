package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who holds the loaders of stopped applications is told on every JDK. */
class HeapLoadersIT {

    private static final String PACKAGE = "io.github.tlsleak.apps.heap.redeploy.";

    /** Deployed in this order, with one connection, two, three and so on. */
    private static final List<String> HOW =
            List.of("running", "registry", "driver", "worker", "timer", "thread local", "soft");

    private static final Map<Integer, String> FIRST_STEPS =
            Map.of(
                    1, "static P.Container.running",
                    2, "static P.Container.REGISTRY",
                    3, "static java.sql.DriverManager.registeredDrivers",
                    4, "thread \"worker-*\"",
                    5, "thread \"timer-*\"",
                    6, "thread \"container-pool-*\"",
                    7, "static P.Container.cached");

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whoHoldsTheLoader(Jdk jdk) throws Exception {
        Path file = directory.resolve("container.hprof");
        List<String> args = new ArrayList<>(HOW);
        args.add(0, file.toString());
        try (Forked container =
                new AppRun(jdk, directory)
                        .withoutAgent()
                        .start("heap.redeploy.Container", args.toArray(String[]::new))) {
            container.endsWell(AppRun.LONG);
        }
        String asked = PACKAGE + "WebApp$Connected";
        Ended said = Cli.on(jdk).run("heap", file, "--class", asked, "--format", "json");
        assertThat(said.exitCode()).as(said.everything()).isZero();
        JsonNode groups = said.json().path("groups");
        assertThat(groups).filteredOn(group -> group.has("loaders")).hasSize(1);
        Map<Integer, String> firstSteps = new TreeMap<>();
        for (JsonNode loader : groups.get(0).path("loaders")) {
            String step = loader.path("path").get(0).path("step").asText();
            firstSteps.put(loader.path("objects").asInt(), step.replace(PACKAGE, "P."));
        }
        assertThat(firstSteps).isEqualTo(new TreeMap<>(FIRST_STEPS));
    }
}
