package io.github.tlsleak.cli.heap.format;

import io.github.tlsleak.cli.heap.model.CacheSum;
import io.github.tlsleak.cli.heap.model.ContextGroup;
import io.github.tlsleak.cli.report.format.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/** Writes contexts and their session caches as JSON. Stateless. */
final class ContextJson {

    private ContextJson() {}

    static void write(List<ContextGroup> groups, JsonWriter json) throws IOException {
        json.array("contexts");
        for (ContextGroup group : groups) {
            json.object()
                    .text("holding", HeapJson.name(group.holding()))
                    .text("class", group.className())
                    .text("provider", group.provider())
                    .number("contexts", group.contexts())
                    .number("sessions", group.sessions())
                    .number("bytes", group.bytes());
            json.array("caches");
            for (CacheSum cache : group.caches()) {
                cache(cache, json);
            }
            json.endArray();
            HeapJson.path(group.path(), json);
            json.endObject();
        }
        json.endArray();
    }

    private static void cache(CacheSum cache, JsonWriter json) throws IOException {
        json.object()
                .text("role", cache.role())
                .number("count", cache.count())
                .number("sessions", cache.sessions())
                .number("largest", cache.largest())
                .number("expired", cache.expired())
                .number("cleared", cache.cleared())
                .number("tickets", cache.tickets())
                .number("mostTickets", cache.mostTickets())
                .number("bytes", cache.bytes());
        HeapJson.counts("limits", cache.limits(), json);
        HeapJson.counts("timeouts", cache.timeouts(), json);
        HeapJson.counts("peers", cache.peers(), json);
        json.endObject();
    }
}
