package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;

/** The JVMs by a label, and what was found in each group. Stateless. */
final class CountedBy {

    private static final List<String> GRADES = List.of("leak", "defect", "notice", "known");
    private static final int SITES = 10;

    private CountedBy() {}

    /** The numbers that {@code --by LABEL} adds. */
    static CountedNumbers of(Recount all, String label) {
        CountedNumbers to = new CountedNumbers();
        TreeSet<String> names = new TreeSet<>();
        ToldLines lines = all.lines();
        lines.jvms().forEach((jvm, meta) -> names.add(name(meta, label)));
        for (String name : names) {
            put(
                    "by.groups[" + name + "]",
                    new Recount(lines.only(jvm -> name(lines.jvms().get(jvm), label).equals(name))),
                    to);
        }
        return to;
    }

    private static void put(String at, Recount group, CountedNumbers to) {
        to.put(at + ".jvmCount", group.lines().jvms().size());
        GRADES.forEach(grade -> to.put(at + "." + grade, group.judged().count(grade)));
        group.verdicts(at, to);
        to.put(at + ".siteCount", group.realSites().size());
        group.byCost().stream()
                .limit(SITES)
                .forEach(site -> site.shortly(at + ".sites[" + site.site + "]", to));
    }

    /** A label, its program or its host; a JVM without a service counts under its program. */
    private static String name(JsonNode meta, String label) {
        String program = meta.path("main").asText("(none)");
        return switch (label) {
            case "program" -> program;
            case "host" -> meta.path("host").asText("(none)");
            case "service" -> meta.path("labels").path("service").asText(program);
            default -> meta.path("labels").path(label).asText("(none)");
        };
    }
}
