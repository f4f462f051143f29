package io.github.tlsleak.cli.report.format.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of the HTML page: template, styles, scripts, libraries of the flame graph, and the
 * policy that admits exactly these. Not thread-safe.
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
        "groups",
        "excused",
        "runs",
        "main",
    };

    /** The library of the flame graph adds a style to the page. Its text begins after this. */
    private static final String STYLE_BEGINS = ".textContent=`";

    /** The text of that style ends before this. */
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

    /** The text that replaces a name of the template. */
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

    /** The licences, which every copy must have, and the libraries in their order. */
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

    /** Package, version, file, SHA-256 and licence of each library. */
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
