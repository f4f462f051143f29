package io.github.tlsleak.junit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * What a JVM that played samples said.
 *
 * @param exit its exit code
 * @param results of tests, and of containers that failed
 * @param text all of its output
 */
record Played(int exit, List<Result> results, String text) {

    /**
     * One test.
     *
     * @param status of JUnit
     * @param millis how long it took, with its check
     * @param id unique id of JUnit
     * @param trace of what it failed with, without tabs; empty if it did not fail
     */
    record Result(String status, long millis, String id, String trace) {

        String firstLine() {
            String first = trace.lines().findFirst().orElse("");
            return first.substring(first.indexOf(':') + 1).trim();
        }

        boolean failed() {
            return status.equals("FAILED");
        }
    }

    static Played of(int exit, String text) {
        List<Result> results = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] part = line.split("\t", 4);
            if (part.length == 4) {
                results.add(
                        new Result(
                                part[0],
                                Long.parseLong(part[1]),
                                part[2],
                                part[3].replace("\\n", "\n")));
            }
        }
        return new Played(exit, results, text);
    }

    /** The one result whose id ends so, such as {@code LeakingTest]/[method:socket()}. */
    Result result(String end) {
        List<Result> found = results.stream().filter(r -> r.id().endsWith(end + "]")).toList();
        assertThat(found).as("%s in%n%s", end, text).hasSize(1);
        return found.get(0);
    }

    /** All that failed below that class. */
    List<String> failed(String type) {
        return results.stream()
                .filter(r -> r.failed() && r.id().contains("[class:com.acme." + type + "]"))
                .map(r -> r.id().substring(r.id().indexOf(type)))
                .sorted()
                .toList();
    }
}
