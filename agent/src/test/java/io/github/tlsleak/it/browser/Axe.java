package io.github.tlsleak.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks for violations of accessibility in a page, by all default rules of axe-core. Stateless. */
public final class Axe {

    private static final String RUN =
            "axe.run(document, {resultTypes: ['violations'], preload: false})"
                    + ".then(found => found.violations.map(rule => ({id: rule.id, help: rule.help,"
                    + " nodes: rule.nodes.map(node => node.target.join(' ') + ' '"
                    + " + node.failureSummary + ' ' + node.html.slice(0, 200))})))";

    private Axe() {}

    /** One text for each element that violates a rule. */
    public static List<String> violations(BrowserPage page) throws IOException {
        List<String> violations = new ArrayList<>();
        for (JsonNode rule : page.apart(script(), RUN)) {
            for (JsonNode node : rule.get("nodes")) {
                violations.add(rule.get("id").asText() + ": " + node.asText());
            }
        }
        return violations;
    }

    private static String script() throws IOException {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
