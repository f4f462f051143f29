package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.Jdk;
import java.util.List;

/**
 * The JDKs on which a scenario is played: each one that is not thin. Of the thin ones it is each
 * where the header expects different things of them, and else one alone, so that all scenarios
 * together play on all JDKs and the matrix ends in time.
 */
final class PlayedOn {

    private PlayedOn() {}

    /**
     * The JDKs, in their order.
     *
     * @param name the scenario's; decides which of the thin JDKs it is
     */
    static List<Jdk> of(Scenario scenario, String name, List<Jdk> all) {
        List<Jdk> jdks = all.stream().filter(jdk -> scenario.runsOn(jdk.major())).toList();
        List<Jdk> thin = jdks.stream().filter(Jdk::isThin).toList();
        if (thin.stream().map(jdk -> header(scenario, jdk.major())).distinct().count() != 1) {
            return jdks;
        }
        Jdk one = thin.get(Math.floorMod(name.hashCode(), thin.size()));
        return jdks.stream().filter(jdk -> !jdk.isThin() || jdk.equals(one)).toList();
    }

    /** All of the header that may depend on the JDK, for the TLS version that a thin one plays. */
    private static List<Object> header(Scenario scenario, int jdk) {
        String tls = scenario.tls().get(scenario.tls().size() - 1);
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
