package io.github.tlsleak.cli.report.format.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page of a report is made of: template, styles, scripts, the libraries of the flame
 * graph, and the policy that allows exactly these. Not thread-safe.
 */
final class HtmlParts {

    private static final String[] STYLES = {"base", "controls", "tables", "flame"};
    private static final String[] SCRIPTS = {
        "dom",
        "format",
        "data",
        "lists",
        "theme",
        "totals",
        "timeline",
        "filter",
        "details",
        "sites",
        "search",
        "flame-tree",
        "flame-keys",
        "flame",
        "open",
        "contexts",
        "excused",
        "runs",
        "main",
    };

    /** The flame graph's library adds a style of its own, as text between these. */
    private static final String STYLE_BEGINS = ".textContent=`";

    private static final String STYLE_ENDS = "`";

    private final String style;
    private final String script;
    private final String libraries;

    HtmlParts() throws IOException {
        style = joined(STYLES, ".css");
        script = "\"use strict\";\n(() => {\n" + joined(SCRIPTS, ".js") + "})();\n";
        libraries = libraryText();
    }

    String template() throws IOException {
        return HtmlFile.text("page.html");
    }

    /** The text that stands for a name in the template. */
    String named(String name) {
        switch (name) {
            case "policy":
                return policy();
            case "style":
                return style;
            case "script":
                return script;
            case "libraries":
                return libraries;
            default:
                throw new IllegalStateException("the page has no part " + name);
        }
    }

    private String policy() {
        return "default-src 'none'; script-src "
                + HtmlFile.hash(libraries)
                + " "
                + HtmlFile.hash(script)
                + "; style-src "
                + HtmlFile.hash(style)
                + " "
                + HtmlFile.hash(libraryStyle())
                + "; img-src data:; base-uri 'none'; form-action 'none';"
                + " require-trusted-types-for 'script'; trusted-types 'none'";
    }

    private String libraryStyle() {
        int begin = libraries.indexOf(STYLE_BEGINS) + STYLE_BEGINS.length();
        return libraries.substring(begin, libraries.indexOf(STYLE_ENDS, begin));
    }

    /** The libraries in their order, after the licences that go with every copy. */
    private static String libraryText() throws IOException {
        StringBuilder names = new StringBuilder();
        StringBuilder code = new StringBuilder();
        for (String[] library : libraries()) {
            names.append(library[0]).append(' ').append(library[1]);
            names.append(" (").append(library[4]).append(")\n");
            code.append(HtmlFile.text("lib/" + library[2])).append('\n');
        }
        return "/*\n"
                + names
                + "\nd3-flame-graph: Martin Spier and contributors, Apache License 2.0,"
                + " http://www.apache.org/licenses/LICENSE-2.0\n\nd3-*:\n"
                + HtmlFile.text("lib/LICENSE-d3.txt")
                + "\nd3-ease:\n"
                + HtmlFile.text("lib/LICENSE-d3-ease.txt")
                + "*/\n"
                + code;
    }

    /** Package, version, file, SHA-256 and licence of each. */
    static List<String[]> libraries() throws IOException {
        List<String[]> libraries = new ArrayList<>();
        for (String line : HtmlFile.text("lib/libraries.txt").split("\n", 0)) {
            if (!line.startsWith("#")) {
                libraries.add(line.split(" ", 5));
            }
        }
        return libraries;
    }

    private static String joined(String[] names, String suffix) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(HtmlFile.text(name + suffix));
        }
        return text.toString();
    }
}
