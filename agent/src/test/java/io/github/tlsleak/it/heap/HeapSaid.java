package io.github.tlsleak.it.heap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The groups that the command heap tells, in its order.
 *
 * @param groups all of them
 * @param notes what it could not tell
 */
record HeapSaid(List<Group> groups, List<String> notes) {

    /**
     * One group.
     *
     * @param holding such as {@code strong}
     * @param states such as {@code {"open":5}}
     * @param steps the steps of its path, with class names in full
     * @param path the same as a reader sees it
     */
    record Group(
            String holding, int count, int alive, String states, List<String> steps, String path) {

        /** Not by finalizers alone, nor by nothing. */
        boolean isHeld() {
            return holding.equals("strong") || holding.equals("soft");
        }

        @Override
        public String toString() {
            return count + " " + holding + " " + states + " by " + path;
        }
    }

    static HeapSaid of(JsonNode heap) {
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : heap.path("groups")) {
            List<String> steps = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (JsonNode step : group.path("path")) {
                steps.add(step.path("full").asText());
                texts.add(step.path("step").asText());
            }
            groups.add(
                    new Group(
                            group.path("holding").asText(),
                            group.path("count").asInt(),
                            group.path("alive").asInt(),
                            group.path("states").toString(),
                            steps,
                            String.join(" -> ", texts)));
        }
        List<String> notes = new ArrayList<>();
        heap.path("notes").forEach(note -> notes.add(note.asText()));
        return new HeapSaid(groups, notes);
    }

    /** The first group, or none. */
    List<Group> first() {
        return groups.subList(0, Math.min(1, groups.size()));
    }
}
