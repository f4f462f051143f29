package io.github.tlsleak.it.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tlsleak.cli.report.format.html.HtmlPage;
import io.github.tlsleak.cli.report.format.html.HtmlReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** HTML reports made from analysis documents. */
public final class Reports {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] CLASSES = {"Order", "Mail", "Feed", "Price", "Index", "Token"};
    private static final String[] SEVERITIES = {"leak", "leak", "defect", "notice"};

    private Reports() {}

    /** A document with something in every part, some of it hostile. */
    public static ObjectNode document() throws IOException {
        try (InputStream in =
                HtmlReport.class.getResourceAsStream("/io/github/tlsleak/cli/report/page.json")) {
            return (ObjectNode) JSON.readTree(in);
        }
    }

    /** A document of a heap dump with something in every part, some of it hostile. */
    public static ObjectNode heap() throws IOException {
        try (InputStream in =
                HtmlReport.class.getResourceAsStream("/io/github/tlsleak/cli/heap/page.json")) {
            return (ObjectNode) JSON.readTree(in);
        }
    }

    public static Path write(ObjectNode document, Path file) throws IOException {
        return write(HtmlPage.REPORT, document, file);
    }

    public static Path write(HtmlPage page, ObjectNode document, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            HtmlReport.write(page, data -> data.write(document.toString()), out);
        }
        return file;
    }

    /** The document with that many different sites, with stacks of up to 40 frames. */
    public static ObjectNode withSites(int count) throws IOException {
        ObjectNode document = document();
        ArrayNode sites = (ArrayNode) document.get("sites");
        ObjectNode model = (ObjectNode) sites.get(0);
        sites.removeAll();
        Random random = new Random(4);
        for (int i = 0; i < count; i++) {
            ObjectNode site = model.deepCopy();
            String severity = SEVERITIES[i * SEVERITIES.length / count];
            site.put("site", String.format("%016x", random.nextLong()));
            site.put("severity", severity).put("count", count - i).put(severity, count - i);
            stack(site, random);
            sites.add(site);
        }
        return document;
    }

    private static void stack(ObjectNode site, Random random) {
        ArrayNode stack = site.putArray("stack");
        stack.add("sun.security.ssl.SSLSocketImpl.<init>(SSLSocketImpl.java:203)");
        for (int depth = 10 + random.nextInt(29); depth > 0; depth--) {
            // as in real programs, many stacks share their outer callers
            int kinds = depth < 7 ? 2 : CLASSES.length;
            String type = CLASSES[random.nextInt(kinds)] + depth;
            int line = 1 + random.nextInt(depth < 7 ? 1 : 999);
            stack.add("com.acme." + type + ".call(" + type + ".java:" + line + ")");
        }
        stack.add("java.lang.Thread.run(Thread.java:1583)");
        site.put("frame", stack.get(1).asText()).put("frameIndex", 1);
    }
}
