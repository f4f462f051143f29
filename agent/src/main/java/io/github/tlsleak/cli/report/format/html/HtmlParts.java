package io.github.tlsleak.cli.report.format.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of an HTML page: template, styles, scripts, libraries of the flame graph, and the
 * policy that admits exactly these. Not thread-safe.
 */
final class HtmlParts {

    /** The library of the flame graph adds a style to the page. Its text begins after this. */
    private static final String STYLE_BEGINS = ".textContent=`";

    /** The text of that style ends before this. */
    private static final String STYLE_ENDS = "`";

    private final HtmlPage page;
    private final String style;
    private final String script;
    private final String libraries;

    HtmlParts(HtmlPage page) throws IOException {
        this.page = page;
        style = joined(page.styles(), ".css");
        script = "\"use strict\";\n(() => {\n" + joined(page.scripts(), ".js") + "})();\n";
        libraries = page.hasLibraries() ? libraryText() : "";
    }

    String template() throws IOException {
        return HtmlFile.text(page.template());
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

    /** Admits what is in the page, and nothing else. */
    private String policy() {
        String scripts = HtmlFile.hash(script);
        String styles = HtmlFile.hash(style);
        if (page.hasLibraries()) {
            scripts = HtmlFile.hash(libraries) + " " + scripts;
            styles += " " + HtmlFile.hash(libraryStyle());
        }
        return "default-src 'none'; script-src "
                + scripts
                + "; style-src "
                + styles
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

    private static String joined(List<String> names, String suffix) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(HtmlFile.text(name + suffix));
        }
        return text.toString();
    }
}
