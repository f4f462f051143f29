package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Every number in a document of {@code --format json}, by a name that does not depend on the order
 * of its lists. Used by one thread.
 */
final class DocumentNumbers {

    /** Fields that count nothing: they name, or point into a list or a source file. */
    private static final Set<String> NO_COUNTS =
            Set.of("version", "sourceCount", "frameIndex", "line", "pid", "jvm", "merge");

    /** Texts that are compared as numbers are. */
    private static final Set<String> TEXTS = Set.of("severity", "new");

    private static final Set<String> TIMES = Set.of("first", "last", "time");

    private final JsonNode document;
    private final List<String> jvms = new ArrayList<>();
    private final CountedNumbers numbers = new CountedNumbers();

    private DocumentNumbers(JsonNode document) {
        this.document = document;
        document.path("jvms").forEach(jvm -> jvms.add(ToldLines.id(jvm)));
    }

    static CountedNumbers of(JsonNode document) {
        DocumentNumbers found = new DocumentNumbers(document);
        found.fields("", document);
        return found.numbers;
    }

    /** The name today of a site of 0.1.0, by its old name and its resource. */
    static BinaryOperator<String> names(JsonNode document) {
        Map<String, String> names = new HashMap<>();
        for (JsonNode row : document.path("merge").path("site")) {
            String site = row.path("site").asText();
            String resource = row.path("resource").asText("");
            row.path("oldNames").forEach(old -> names.put(old.asText() + resource, site));
        }
        return (old, resource) -> names.getOrDefault(old + resource, old);
    }

    /** Whether a field of a name counts something. */
    static boolean counts(String name) {
        return !NO_COUNTS.contains(name) && !name.equals("from");
    }

    private void fields(String at, JsonNode object) {
        object.fields()
                .forEachRemaining(field -> field(at, field.getKey(), field.getValue(), object));
    }

    private void field(String at, String name, JsonNode value, JsonNode object) {
        if (!counts(name)) {
            return;
        }
        if (name.equals("cells") && at.startsWith("open.")) {
            openCells(at, value);
            return;
        }
        if (name.equals("cells")) {
            JsonNode buckets = document.path("leaksOverTime");
            numbers.putAll(CountedCells.told(object, jvms, buckets));
            return;
        }
        if ((at + name).equals("leaksOverTime")) {
            numbers.putAll(TimeBuckets.told(value));
            return;
        }
        if ((at + name).equals("summary.sentence")) {
            numbers.putAll(CountedSummary.told(value.asText()));
        }
        boolean ofSite =
                at.startsWith("summary.") || at.startsWith("sites[") || at.startsWith("by.");
        if (CountedSite.REST.containsKey(name)) {
            long all = object.path(CountedSite.REST.get(name)).asLong();
            for (JsonNode one : value) {
                all += one.path("count").asLong();
            }
            numbers.put(at + name + ".all", all);
        }
        if (value.isObject()) {
            fields(at + name + ".", value);
        } else if (value.isArray()) {
            array(at + name, value);
        } else if (value.isNumber()) {
            numbers.put(at + name, value.asLong());
        } else if (TIMES.contains(name)) {
            numbers.put(at + name, Long.toString(Instant.parse(value.asText()).toEpochMilli()));
        } else if (TEXTS.contains(name) && ofSite && !at.contains("verdicts[")) {
            numbers.put(at + name, value.asText());
        }
    }

    private void array(String at, JsonNode array) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode element = array.get(i);
            if (element.isObject()) {
                fields(at + "[" + key(at, element, i) + "].", element);
            } else if (element.isNumber() && !at.endsWith(".jvms")) {
                numbers.put(at + "[" + i + "]", element.asLong());
            }
        }
    }

    /** What tells an element of a list from the others. */
    private String key(String at, JsonNode element, int index) {
        switch (at) {
            case "jvms":
                return jvms.get(index);
            case "contexts", "sessionGroups":
                return element.path("verdict").asText() + " " + element.path("site").asText();
            case "open.states":
                return state(element);
            case "open.oldest":
                return session(element);
            default:
                break;
        }
        String severity = element.has("severity") ? "/" + element.get("severity").asText() : "";
        for (String name : List.of("site", "name", "rule", "id", "owner", "verdict", "from")) {
            if (element.has(name)) {
                String key = element.get(name).asText();
                return name.equals("verdict") ? key + severity : key;
            }
        }
        return Integer.toString(index);
    }

    private void openCells(String at, JsonNode cells) {
        JsonNode states = document.path("open").path("states");
        for (int i = 0; i + 4 <= cells.size(); i += 4) {
            String jvm = jvms.get(cells.get(i).asInt());
            String state = state(states.path(cells.get(i + 1).asInt()));
            String cell = jvm + "|" + state + "|" + cells.get(i + 2).asInt();
            numbers.put(at + "cells[" + cell + "]", cells.get(i + 3).asLong());
        }
    }

    private static String state(JsonNode element) {
        return element.path("state").asText()
                + (element.path("atExit").asBoolean() ? "/atExit" : "");
    }

    private String session(JsonNode element) {
        String created = element.path("created").asText("");
        return String.join(
                "|",
                element.path("site").asText(),
                element.path("peer").asText(""),
                element.path("thread").asText(""),
                created.isEmpty() ? "-1" : Long.toString(Instant.parse(created).toEpochMilli()),
                jvms.get(element.path("jvm").asInt()));
    }
}
