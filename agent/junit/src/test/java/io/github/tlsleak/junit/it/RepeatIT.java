package io.github.tlsleak.junit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same leak many times, the same clean test as often: each must fail, each must pass. Played
 * five times on the default collector; {@code -Dtlsleak.repeat=50} plays as often on each collector
 * of each JDK. Writes {@code target/repeat.md}.
 */
class RepeatIT {

    private static final Map<String, String> ROWS = new TreeMap<>();

    /**
     * A JVM.
     *
     * @param launch JDK and JUnit
     * @param collector its flag
     */
    record Collected(Launch launch, String collector) {}

    private static int times() {
        String given = System.getProperty("tlsleak.repeat", "");
        return given.isBlank() ? 0 : Integer.parseInt(given);
    }

    static List<Collected> jvms() {
        if (times() == 0) {
            return List.of(new Collected(Launch.own(), "-XX:+UseG1GC"));
        }
        List<Collected> jvms = new ArrayList<>();
        for (Launch launch : Launch.all()) {
            for (String name : new String[] {"Serial", "Parallel", "G1", "Z"}) {
                // each JDK with the newest JUnit for it; JDK 11 has Z as an experiment
                boolean newest = launch.junit().equals(launch.major() >= 17 ? "6" : "5.14");
                if (newest && (!name.equals("Z") || launch.major() >= 15)) {
                    jvms.add(new Collected(launch, "-XX:+Use" + name + "GC"));
                }
            }
        }
        return jvms;
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void leaksFailAndCleanTestsPass(Collected jvm) throws Exception {
        int times = Math.max(5, times());
        Played played =
                jvm.launch()
                        .samples()
                        .with(jvm.collector(), "-Dsamples.times=" + times)
                        .play("FiftyTest");
        long failed = count(played, "leaking", "FAILED");
        long passed = count(played, "clean", "SUCCESSFUL");
        ROWS.put(
                jvm.launch() + jvm.collector(),
                "| %s | %s | %d of %d | %d of %d | %d | %d | %d |"
                        .formatted(
                                jvm.launch(),
                                jvm.collector().replaceAll("-XX:.Use|GC", ""),
                                failed,
                                times,
                                passed,
                                times,
                                median(played, "leaking"),
                                median(played, "clean"),
                                median(played, "idle")));
        assertThat(failed).as(played.text()).isEqualTo(times);
        assertThat(passed).as(played.text()).isEqualTo(times);
        assertThat(count(played, "idle", "SUCCESSFUL")).isEqualTo(times);
        assertThat(played.failed("FiftyTest")).hasSize(times);
    }

    private static List<Played.Result> results(Played played, String method) {
        return played.results().stream()
                .filter(r -> r.id().contains("[test-template:" + method + "(int)]/"))
                .toList();
    }

    private static long count(Played played, String method, String status) {
        return results(played, method).stream().filter(r -> r.status().equals(status)).count();
    }

    private static long median(Played played, String method) {
        long[] millis =
                results(played, method).stream()
                        .mapToLong(Played.Result::millis)
                        .sorted()
                        .toArray();
        return millis.length == 0 ? -1 : millis[millis.length / 2];
    }

    @AfterAll
    static void write() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| JVM | collector | leaking failed | clean passed | ms leaking | ms clean | ms idle |");
        lines.add("|---|---|---|---|---|---|---|");
        lines.addAll(ROWS.values());
        Files.write(Path.of("target/repeat.md"), lines);
    }
}
