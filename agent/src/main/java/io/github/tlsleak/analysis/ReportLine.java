package io.github.tlsleak.analysis;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line of a report: a flat object with fields by name. Filled by its parser, then read. */
final class ReportLine {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    void put(String name, String value) {
        texts.put(name, value);
    }

    void put(String name, long value) {
        numbers.put(name, value);
    }

    void put(String name, List<String> values) {
        lists.put(name, values);
    }

    /** What kind of line this is, or null. */
    String type() {
        return texts.get("type");
    }

    /** A text, or null if there is none of that name. */
    String text(String name) {
        return texts.get(name);
    }

    /** A number, or {@code otherwise} if there is none of that name. */
    long number(String name, long otherwise) {
        return numbers.getOrDefault(name, otherwise);
    }

    /** An array's texts; empty if there is none of that name. */
    List<String> list(String name) {
        return lists.getOrDefault(name, Collections.<String>emptyList());
    }

    boolean has(String name) {
        return texts.containsKey(name) || numbers.containsKey(name) || lists.containsKey(name);
    }

    /** The peer, with its port if that tells anything: a server's clients have one each. */
    String peer() {
        String host = text("peerHost");
        long port = number("peerPort", 0);
        boolean server = "server".equals(text("role"));
        return host == null || port <= 0 || server ? host : host + ":" + port;
    }
}
