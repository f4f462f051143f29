package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Child;
import io.github.tlsleak.bench.run.Followed;
import io.github.tlsleak.bench.run.Jdk;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Following a socket that gets a descriptor and is closed, compared with file-leak-detector. The
 * last release of file-leak-detector on Maven Central sees sockets on JDK 8 only.
 */
final class SocketPath implements Figure {
    private static final int NEWEST = 8;

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        Path home = null;
        for (Path candidate : setup.homes) {
            home = Jdk.release(candidate) <= NEWEST ? candidate : home;
        }
        if (home == null || setup.peer("file-leak-detector") == null) {
            table.addMissing("socket ÷ file-leak-detector", "give --java a JDK 8");
            return;
        }
        Map<String, List<String>> agents = new LinkedHashMap<>();
        agents.put("none", List.of());
        agents.put("tlsleak", List.of(setup.tlsleak()));
        agents.put("other", List.of("-javaagent:" + setup.peer("file-leak-detector")));
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        for (int round = 0; round < setup.rounds(5); round++) {
            for (Map.Entry<String, List<String>> agent : agents.entrySet()) {
                Object time = setup.quick ? 500 : 4000;
                List<String> command =
                        setup.command(home, agent.getValue(), "SocketSessions", time, time, 60);
                double spent = Child.run(setup.dir, command, null).get("cpu");
                if (agent.getKey().equals("tlsleak")) {
                    Followed.check(setup, false);
                }
                cpu.computeIfAbsent(agent.getKey(), k -> new ArrayList<>()).add(spent / 1000);
            }
        }
        List<Double> ratios = new ArrayList<>();
        List<Double> none = cpu.get("none");
        for (int i = 0; i < none.size(); i++) {
            double own = cpu.get("tlsleak").get(i) - none.get(i);
            ratios.add(own / (cpu.get("other").get(i) - none.get(i)));
        }
        table.add(
                "socket, depth 60, added us of CPU ÷ file-leak-detector's, " + Jdk.release(home),
                Spread.of(cpu.get("other")).median() - Spread.of(none).median(),
                Spread.of(cpu.get("tlsleak")).median() - Spread.of(none).median(),
                Spread.of(ratios),
                "",
                Aim.atMost(1, "1"));
    }
}
