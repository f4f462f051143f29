package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.Jdk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The JDKs on which a scenario is played. Where some JDKs are thin, it plays on one of those that
 * its header expects the same of, so that all scenarios together play on all JDKs and the matrix
 * ends in time.
 */
final class PlayedOn {

    private PlayedOn() {}

    /**
     * One JDK for each result; all JDKs if none is thin.
     *
     * @param name the scenario's; decides on which of several JDKs it plays
     */
    static List<Jdk> of(Scenario scenario, String name, List<Jdk> all) {
        List<Jdk> jdks = all.stream().filter(jdk -> scenario.runsOn(jdk.major())).toList();
        if (all.stream().noneMatch(Jdk::isThin)) {
            return jdks;
        }
        Map<List<Object>, List<Jdk>> alike =
                jdks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        jdk -> header(scenario, jdk.major()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return alike.values().stream()
                .map(same -> same.get(Math.floorMod(name.hashCode(), same.size())))
                .toList();
    }

    /** All of the header that may depend on the JDK. */
    private static List<Object> header(Scenario scenario, int jdk) {
        return scenario.tls().stream().<Object>map(tls -> header(scenario, jdk, tls)).toList();
    }

    private static List<Object> header(Scenario scenario, int jdk, String tls) {
        return List.of(
                scenario.skip(jdk, tls),
                scenario.jvm(jdk, tls),
                scenario.saw(jdk, tls),
                scenario.expect(jdk, tls),
                scenario.atMost(jdk, tls),
                scenario.over(jdk, tls),
                scenario.os(jdk, tls),
                scenario.counts(jdk, tls));
    }
}
