package io.github.tlsleak.cli.report.format.html;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A page that shows one kind of document: its template, styles and scripts. Immutable. */
public enum HtmlPage {
    /** The findings of one or more runs. */
    REPORT(
            "page.html",
            true,
            Arrays.asList(
                    "base", "first", "controls", "tables", "flame/flame", "views/views", "print"),
            Arrays.asList(
                    "dom",
                    "format",
                    "data",
                    "lists",
                    "theme",
                    "readable",
                    "totals",
                    "views/lazy",
                    "views/brush",
                    "timeline",
                    "views/tally",
                    "views/shares",
                    "by",
                    "views/compare",
                    "choose/filter",
                    "choose/cells",
                    "choose/match",
                    "choose/fragment",
                    "choose/selection",
                    "choose/copy",
                    "details",
                    "sites",
                    "choose/chips",
                    "choose/keys",
                    "choose/search",
                    "flame/tree",
                    "flame/colours",
                    "flame/controls",
                    "flame/keys",
                    "flame/flame",
                    "views/living",
                    "open",
                    "groups",
                    "excused",
                    "runs",
                    "main")),
    /** The TLS in a heap dump, and who holds it. */
    HEAP(
            "heap/page.html",
            false,
            Arrays.asList("base", "controls", "tables", "heap/tree"),
            Arrays.asList(
                    "dom",
                    "format",
                    "lists",
                    "theme",
                    "heap/words",
                    "heap/paths",
                    "heap/group",
                    "heap/tree",
                    "heap/totals",
                    "heap/contexts",
                    "heap/main"));

    private final String template;
    private final boolean libraries;
    private final List<String> styles;
    private final List<String> scripts;

    HtmlPage(String template, boolean libraries, List<String> styles, List<String> scripts) {
        this.template = template;
        this.libraries = libraries;
        this.styles = Collections.unmodifiableList(styles);
        this.scripts = Collections.unmodifiableList(scripts);
    }

    /** The file of the page without its parts. */
    String template() {
        return template;
    }

    /** Whether the page has a flame graph, which needs libraries. */
    boolean hasLibraries() {
        return libraries;
    }

    /** Files of styles in their order, without the suffix. */
    List<String> styles() {
        return styles;
    }

    /** Files of scripts in their order, without the suffix. */
    List<String> scripts() {
        return scripts;
    }
}
