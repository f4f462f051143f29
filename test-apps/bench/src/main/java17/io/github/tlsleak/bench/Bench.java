package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Effort;
import io.github.tlsleak.bench.run.Machine;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.table.Results;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures what the agent costs and prints one table. Progress goes to stderr, and each row to
 * {@code DIR/bench/results.md} (of a quick run {@code results-quick.md}) as soon as it is there. A
 * figure that fails is a row that says so; the others go on, and the run ends with status 1.
 *
 * <pre>--agent JAR --dir DIR [--mode full|quick] [--only NAME,NAME] [--java HOME,HOME]
 * [--rounds MOST] [--precision 0.005] [--minutes MOST-A-ROW]
 * [--processors LIST] [--control] [--resume]</pre>
 *
 * <p>{@code --processors} pins all measured JVMs. {@code --control} gives no JVM the agent. {@code
 * --resume} takes over the rows that an earlier run has written.
 */
public final class Bench {
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Figures figures = new Figures();

    private Bench(String[] args) {
        for (int i = 0; i < args.length; i++) {
            boolean flag = i + 1 == args.length || args[i + 1].startsWith("--");
            options.put(args[i], flag ? "true" : args[++i]);
        }
    }

    public static void main(String[] args) throws IOException {
        // a thread waits for JVMs that might hang
        System.exit(new Bench(args).run() ? 0 : 1);
    }

    /** Returns whether nothing failed. */
    private boolean run() throws IOException {
        Setup setup = setup();
        Set<String> names =
                options.containsKey("--only")
                        ? figures.select(List.of(options.get("--only").split(",")))
                        : figures.names(setup.quick);
        String file = "results" + (setup.quick ? "-quick" : "") + (setup.control ? "-control" : "");
        Results results = new Results(setup.dir.resolve(file + ".md"), is("--resume"));
        Table table = new Table(results);
        long start = System.nanoTime();
        results.begin(Machine.describe(setup));
        for (String name : names) {
            if (table.hasFigureFromBefore(name)) {
                continue;
            }
            System.err.println(name);
            long since = System.nanoTime();
            measure(name, setup, table, results);
            System.err.printf("  %d s%n", (System.nanoTime() - since) / 1_000_000_000L);
        }
        System.out.println(Machine.describe(setup));
        table.print(System.out);
        System.out.printf("took %d s%n", (System.nanoTime() - start) / 1_000_000_000L);
        return table.failed() == 0;
    }

    private void measure(String name, Setup setup, Table table, Results results)
            throws IOException {
        int failed = table.failed();
        try {
            figures.get(name).measure(setup, table);
        } catch (IOException | RuntimeException e) {
            table.addFailed(name, e);
        }
        if (table.failed() == failed) {
            results.done(name);
        }
    }

    private Setup setup() throws IOException {
        Path dir = Path.of(options.getOrDefault("--dir", "target")).toAbsolutePath().normalize();
        List<Path> homes = new ArrayList<>();
        for (String home :
                options.getOrDefault("--java", System.getProperty("java.home")).split(",")) {
            homes.add(Path.of(home));
        }
        Effort effort =
                new Effort(
                        options.getOrDefault("--mode", "full").equals("quick"),
                        Integer.parseInt(options.getOrDefault("--rounds", "0")),
                        Double.parseDouble(options.getOrDefault("--precision", "0.005")),
                        Integer.parseInt(options.getOrDefault("--minutes", "20")));
        return new Setup(
                Path.of(options.get("--agent")).toAbsolutePath().normalize(),
                Files.createDirectories(dir.resolve("bench")),
                effort,
                homes,
                options.getOrDefault("--processors", ""),
                is("--control"));
    }

    private boolean is(String flag) {
        return options.getOrDefault(flag, "false").equals("true");
    }
}
