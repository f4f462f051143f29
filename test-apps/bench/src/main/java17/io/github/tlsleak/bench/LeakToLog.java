package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Child;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The time from the collection of a dropped session to its line in the log. */
final class LeakToLog implements Figure {

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        List<Double> first = new ArrayList<>();
        List<Double> longest = new ArrayList<>();
        Path log = setup.dir.resolve("leaks.log");
        for (int round = 0; round < setup.rounds(5); round++) {
            Files.deleteIfExists(log);
            List<String> agent = List.of("-javaagent:" + setup.agent + "=log=" + log);
            Child child = setup.run(agent, "LeakToLog", log, 20);
            first.add(child.get("first"));
            longest.add(child.get("longest"));
        }
        String what = "collected to log line: ms, ";
        Aim aim = Aim.atMost(100, "100 ms");
        table.add(what + "first leak", Double.NaN, Double.NaN, Spread.of(first), "ms", aim);
        table.add(
                what + "longest of 19 more", Double.NaN, Double.NaN, Spread.of(longest), "ms", aim);
    }
}
