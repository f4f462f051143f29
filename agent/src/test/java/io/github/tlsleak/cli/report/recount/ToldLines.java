package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Reads the lines of report files, sharing no code with the report. Used by one thread. */
final class ToldLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ToldLine> lines = new ArrayList<>();
    private final Map<String, JsonNode> metas = new LinkedHashMap<>();
    private final Map<String, String> resources = new HashMap<>();
    private final BinaryOperator<String> names;
    private final Set<String> old = new HashSet<>();
    private String current = "";

    /**
     * @param names the name today of a site of 0.1.0, by its old name and its resource
     */
    private ToldLines(BinaryOperator<String> names) {
        this.names = names;
    }

    static ToldLines read(List<Path> files, BinaryOperator<String> names) throws IOException {
        ToldLines told = new ToldLines(names);
        for (Path file : files) {
            told.current = CountedNumbers.UNKNOWN + " of " + file;
            for (String line : text(file).split("\n")) {
                told.take(line);
            }
        }
        return told;
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0x1f) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void take(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return; // cut
        }
        if (json == null || !json.isObject() || !json.has("type")) {
            return;
        }
        String run = json.path("run").asText("");
        if (json.path("type").asText().equals("meta")) {
            current = id(json);
            metas.put(current, json);
        }
        String jvm = run.isEmpty() ? current : run;
        lines.add(new ToldLine(jvm, site(json, "site"), json));
    }

    /** What tells a JVM from another: its run, or what is known of it where there is no run. */
    static String id(JsonNode meta) {
        String run = meta.path("run").asText("");
        if (!run.isEmpty()) {
            return run;
        }
        List<String> words = new ArrayList<>();
        for (String field : List.of("host", "pid", "started")) {
            words.add(meta.path(field).asText(""));
        }
        String id = String.join(" ", words).trim();
        return id.isEmpty() ? CountedNumbers.UNKNOWN : id;
    }

    private String site(JsonNode line, String field) {
        String name = line.path(field).asText("");
        if (line.path("type").asText().equals("site")) {
            resources.put(name, line.path("resource").asText());
            if (!line.has("fingerprint1")) {
                old.add(name);
            }
        }
        String resource = line.path("resource").asText(resources.getOrDefault(name, ""));
        return old.contains(name) ? names.apply(name, resource) : name;
    }

    /** The name of a JVM in which nobody can tell those apart of which nothing is known. */
    static String shown(String jvm) {
        return jvm.startsWith(CountedNumbers.UNKNOWN) ? CountedNumbers.UNKNOWN : jvm;
    }

    /** All lines, in their order. */
    List<ToldLine> all() {
        return lines;
    }

    List<ToldLine> of(String type) {
        return lines.stream().filter(line -> line.type().equals(type)).toList();
    }

    /** All JVMs, and their meta lines if they have one. */
    Map<String, JsonNode> jvms() {
        Map<String, JsonNode> jvms = new LinkedHashMap<>(metas);
        lines.forEach(line -> jvms.putIfAbsent(line.jvm(), JSON.createObjectNode()));
        return jvms;
    }

    /** The lines of some JVMs. */
    ToldLines only(Predicate<String> jvms) {
        ToldLines some = new ToldLines(names);
        lines.stream().filter(line -> jvms.test(line.jvm())).forEach(some.lines::add);
        metas.forEach(
                (jvm, meta) -> {
                    if (jvms.test(jvm)) {
                        some.metas.put(jvm, meta);
                    }
                });
        return some;
    }

    /** The line that describes a site; null if there is none. */
    ToldLine description(String site) {
        return of("site").stream()
                .filter(line -> line.site().equals(site) && line.has("owner"))
                .findFirst()
                .orElse(null);
    }
}
