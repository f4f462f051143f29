package io.github.tlsleak.it.fleet.week;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A place in the made programs. Immutable.
 *
 * @param id 4 hex digits
 * @param resource kind of object
 * @param owner who is responsible
 * @param stack innermost frame first
 * @param frame index of the responsible frame, or of the one that stands for the site
 */
record WeekSite(String id, String resource, String owner, int frame, List<String> stack) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static WeekSite of(String id, String resource, String owner, int frame, String... stack) {
        return new WeekSite(id, resource, owner, frame, List.of(stack));
    }

    String fingerprint() {
        return String.format("%016x", SPREAD * Integer.parseInt(id, 16));
    }

    /** Its line of type site. */
    ObjectNode line() {
        ObjectNode line = JSON.createObjectNode().put("type", "site").put("site", fingerprint());
        line.put("fingerprint1", String.format("%016x", ~SPREAD * Integer.parseInt(id, 16)));
        line.put("resource", resource).put("owner", owner);
        line.put(owner.equals("application") ? "frame" : "headline", stack.get(frame));
        ArrayNode frames = line.putArray("stack");
        stack.forEach(frames::add);
        return line;
    }
}
