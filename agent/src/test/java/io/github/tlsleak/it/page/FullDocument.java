package io.github.tlsleak.it.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tlsleak.cli.report.model.names.PeerHost;
import io.github.tlsleak.cli.report.model.names.ThreadPool;
import io.github.tlsleak.it.browser.Reports;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** The document of the tests of pages, with numbers by JVM and time, thread pools and hosts. */
final class FullDocument {

    private static final int BUCKETS = 6;

    private FullDocument() {}

    static ObjectNode make() throws IOException {
        ObjectNode document = Reports.document();
        for (JsonNode site : document.get("sites")) {
            fill((ObjectNode) site);
        }
        return document;
    }

    /** Numbers by JVM and time, thread pools and hosts of a site of a document. */
    static void fill(ObjectNode site) {
        ArrayNode cells = site.putArray("cells");
        JsonNode jvms = site.get("jvms");
        int verdict = 0;
        for (JsonNode each : site.get("verdicts")) {
            int first = each.get("count").asInt() / 2;
            int bucket =
                    (verdict + site.get("first").asText().hashCode() % BUCKETS + BUCKETS) % BUCKETS;
            cell(cells, jvms.get(0), verdict, bucket, first);
            cell(
                    cells,
                    jvms.get(jvms.size() - 1),
                    verdict,
                    BUCKETS - 1,
                    each.get("count").asInt() - first);
            verdict++;
        }
        int skipped = site.path("skipped").asInt();
        if (skipped > 0) {
            cell(cells, jvms.get(0), -1, -1, skipped);
        }
        folded(site, "threads", "pools", ThreadPool::of);
        folded(site, "peers", "hosts", PeerHost::of);
    }

    private static void cell(ArrayNode cells, JsonNode jvm, int verdict, int bucket, int count) {
        if (count > 0) {
            cells.add(jvm.asInt()).add(verdict).add(bucket).add(count);
        }
    }

    private static void folded(
            ObjectNode site, String from, String to, UnaryOperator<String> fold) {
        ArrayNode names = site.putArray(to);
        for (JsonNode each : site.get(from)) {
            String name = each.get("name").asText();
            ObjectNode node = names.addObject().put("name", fold.apply(name));
            node.set("count", each.get("count"));
            List<String> ports = PeerHost.ports(PeerHost.of(name), List.of(name));
            ports.forEach(node.putArray("ports")::add);
        }
    }
}
