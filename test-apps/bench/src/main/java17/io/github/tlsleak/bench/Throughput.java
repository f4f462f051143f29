package io.github.tlsleak.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The throughput with the agent ÷ without it, by CPU time and by wall time. */
final class Throughput implements Figure {
    private static final int ROUNDS = 3;

    private final String program;
    private final String what;
    private final String target;
    private final List<List<String>> variants;

    private Throughput(String program, String what, String target, List<List<String>> variants) {
        this.program = program;
        this.what = what;
        this.target = target;
        this.variants = variants;
    }

    /** The figure that has a target: full handshakes of TLS 1.3. */
    static Throughput handshakes(String program, String what) {
        List<List<String>> variants = List.of(List.of("1.3", "full"));
        return new Throughput(program, "handshakes, " + what, ">= 0.99", variants);
    }

    static Throughput otherHandshakes(String program, String what) {
        List<List<String>> variants =
                List.of(
                        List.of("1.3", "resumed"),
                        List.of("1.2", "full"),
                        List.of("1.2", "resumed"));
        return new Throughput(program, "handshakes, " + what, "", variants);
    }

    static Throughput bulk(String program, String what) {
        List<List<String>> variants = List.of(List.of("1.3"), List.of("1.2"));
        return new Throughput(program, "records of 16 KB, " + what, ">= 0.995", variants);
    }

    static Throughput http(String server) {
        List<List<String>> variants = List.of(List.of(server, "closed"), List.of(server, "kept"));
        return new Throughput("HttpLoad", "HTTPS requests", "", variants);
    }

    static Throughput leaky(String program, String what) {
        List<List<String>> variants = List.of(List.of("1.3", "leaky"));
        return new Throughput(program, "handshakes, 1 % dropped, " + what, "", variants);
    }

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        for (List<String> variant : setup.quick ? variants.subList(0, 1) : variants) {
            List<Object> arguments = new ArrayList<>();
            // before that, the JIT compilers have not finished with a handshake
            arguments.add(setup.quick ? 300 : 45_000);
            arguments.add(setup.quick ? 300 : 4000);
            arguments.addAll(variant);
            List<String> heap = List.of("-Xms512m", "-Xmx512m");
            Turns turns =
                    Turns.run(setup, setup.rounds(ROUNDS), heap, program, arguments.toArray());
            String name = what + ", " + String.join(" ", variant);
            row(table, name + ": us of CPU", turns, "cpu", target);
            row(table, name + ": us elapsed", turns, "elapsed", target);
        }
    }

    private static void row(Table table, String name, Turns turns, String number, String target) {
        table.add(
                name,
                turns.without(number) / 1000,
                turns.with(number) / 1000,
                turns.ratios(number),
                "",
                target);
    }
}
