package io.github.tlsleak.it.otheragents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.otheragents.OtherAgentRun.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Other agents in the same JVM, loaded before tlsleak or after it, at the start or by attach. The
 * program behaves as without tlsleak, its one leak is found, and the other agent does its work. A
 * run with the other agent alone shows on which JDKs it works. Without {@code -Dtlsleak.jdks} only
 * a part is run.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class OtherAgentsIT {

    private static final OtherAgentsTable TABLE = new OtherAgentsTable();
    private static final Pattern LEAK = Pattern.compile("\\[tlsleak\\] WARN leak #1 (\\w+): .*");

    private static final String FRAME = "apps.others.RoundTrips.dropped(";

    @TempDir static Path directory;

    @TestFactory
    Stream<DynamicTest> agents() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            for (String name : OtherAgent.NAMES) {
                if (isPlayed(name, jdk)) {
                    tests.add(dynamicTest(name + " on " + jdk, () -> check(name, jdk)));
                }
            }
        }
        return tests.stream();
    }

    /**
     * Agents that take seconds to start are tested only in a whole run, on the oldest and the
     * newest JDK.
     */
    private static boolean isPlayed(String name, Jdk jdk) {
        boolean whole = Jdk.areGiven() && !jdk.isThin();
        return name.startsWith(System.getProperty("tlsleak.only", ""))
                && (whole || OtherAgent.isLight(name));
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write(Path.of("target", "agents.md"));
    }

    /** A failure in one order does not hide failures in the others. */
    private static void check(String name, Jdk jdk) throws Exception {
        List<String> expected = alone(name, jdk);
        List<Throwable> failed = new ArrayList<>();
        for (Way way : ways(OtherAgent.of(name, jdk, directory), jdk)) {
            OtherAgentRun run = new OtherAgentRun(name, jdk, way, directory);
            String cell = "**fails**";
            try {
                check(run.perform(), expected);
                cell = verdict(run) + "; " + run.sign();
            } catch (AssertionError | AgentInitializationException | AgentLoadException e) {
                if (way == Way.LOADED && !worksAttachedAlone(name, jdk)) {
                    cell = "cannot be attached alone";
                } else {
                    failed.add(e);
                }
            }
            TABLE.add(jdk, run.agent(), way, cell);
        }
        if (!failed.isEmpty()) {
            throw new AssertionError(failed.size() + " ways fail, the first:", failed.get(0));
        }
    }

    /** Some agents cannot be attached, even without tlsleak. */
    private static boolean worksAttachedAlone(String name, Jdk jdk) throws Exception {
        try {
            return new OtherAgentRun(name, jdk, Way.LOADED_ALONE, directory).perform().works();
        } catch (AgentInitializationException | AgentLoadException e) {
            return false;
        }
    }

    /**
     * What the program prints with the other agent alone. The other agent need not work on every
     * JDK.
     */
    private static List<String> alone(String name, Jdk jdk) throws Exception {
        OtherAgentRun run = new OtherAgentRun(name, jdk, Way.ALONE, directory).perform();
        if (!run.works()) {
            // a second try: a busy machine must not make the test skip an agent
            run = new OtherAgentRun(name, jdk, Way.ALONE, directory).perform();
        }
        if (!run.works()) {
            String why = "does not run alone: " + run.complaint();
            assertThat(Jdk.areGiven()).as(name + " " + why + run.ended().everything()).isTrue();
            TABLE.add(jdk, run.agent(), Way.ALONE, why);
            abort(name + " on " + jdk + " " + why);
        }
        return run.programsOut();
    }

    /**
     * All orders in a whole run, and on the newest of the JDKs that are given. Otherwise one order,
     * and all orders with one agent.
     */
    private static List<Way> ways(OtherAgent agent, Jdk jdk) throws IOException {
        List<Way> ways = new ArrayList<>(List.of(Way.FIRST));
        boolean whole = Jdk.isWholeRun() || Jdk.areGiven() && jdk.isNewest();
        if (whole || agent.name().equals("byteman")) {
            ways.add(Way.BEHIND);
            ways.add(Way.ATTACHED);
            if (agent.canBeAttached()) {
                ways.add(Way.LOADED);
            }
        }
        return ways;
    }

    private static void check(OtherAgentRun run, List<String> expected) {
        Ended ended = run.ended();
        String what = run.agent().name() + ", " + run.way() + run.ended().everything();
        assertThat(ended.exitCode()).as(what).isZero();
        assertThat(run.programsOut()).as(what).isEqualTo(expected);
        assertThat(ended.warnings()).as(what).isEmpty();
        assertThat(ended.err()).as(what).noneMatch(line -> line.contains("of the agent"));
        assertThat(ended.log()).as(what).filteredOn(l -> LEAK.matcher(l).matches()).hasSize(1);
        assertThat(ended.log()).as(what).anyMatch(l -> l.contains("site ") && l.contains(FRAME));
        assertThat(ended.log())
                .as(what)
                .filteredOn(line -> line.contains(" summary: "))
                .singleElement()
                .asString()
                .contains(", 0 open; 1 leak, 0 defects");
        assertThat(run.sign()).as(what).isNotEmpty();
    }

    private static String verdict(OtherAgentRun run) {
        return run.ended().log().stream()
                .map(LEAK::matcher)
                .filter(Matcher::matches)
                .map(found -> "1 " + found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
