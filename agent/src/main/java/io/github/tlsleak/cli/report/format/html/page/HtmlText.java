package io.github.tlsleak.cli.report.format.html.page;

import io.github.tlsleak.cli.report.model.overview.Thousands;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes elements of HTML and, escaped, the texts in them. Used by one thread. */
public final class HtmlText {

    /** A time, or a number that is no part of a name. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC" + "|(?<![\\w.:])\\d[\\d,]*(?![\\w:])");

    private final Writer out;

    public HtmlText(Writer out) {
        this.out = out;
    }

    /** Writes elements: a constant of the program, never a text of a report. */
    public HtmlText raw(String html) throws IOException {
        out.write(html);
        return this;
    }

    /** Writes a text of any origin. */
    public HtmlText text(String text) throws IOException {
        out.write(escaped(text));
        return this;
    }

    /**
     * Writes a sentence whose numbers and times do not break inside. A call breaks at its place.
     */
    public HtmlText prose(String sentence) throws IOException {
        Matcher number = NUMBER.matcher(sentence);
        int at = 0;
        while (number.find()) {
            words(sentence.substring(at, number.start()));
            raw("<span class=\"n\">").text(number.group()).raw("</span>");
            at = number.end();
        }
        return words(sentence.substring(at));
    }

    private HtmlText words(String text) throws IOException {
        return raw(escaped(text).replace("(", "<wbr>("));
    }

    /** Writes a number that does not break inside. */
    public HtmlText number(long number) throws IOException {
        return raw("<span class=\"n\">").raw(Thousands.text(number)).raw("</span>");
    }

    /** Writes a number with its noun. */
    public HtmlText count(long number, String noun) throws IOException {
        return prose(Thousands.count(number, noun));
    }

    /** Writes a frame that breaks between package, call and place first. */
    public HtmlText frame(String frame) throws IOException {
        int open = frame.indexOf('(');
        String head = open < 0 ? frame : frame.substring(0, open);
        int method = head.lastIndexOf('.');
        int type = method < 0 ? -1 : head.lastIndexOf('.', method - 1);
        raw("<span class=\"frame-text\"><span class=\"package\">")
                .text(head.substring(0, type + 1));
        raw("</span><wbr><span class=\"call\">").text(head.substring(type + 1));
        raw("</span><wbr><span class=\"place\">").text(frame.substring(head.length()));
        return raw("</span></span>");
    }

    /** Writes a small coloured word. The kind is a constant of the program. */
    public HtmlText badge(String kind, String word) throws IOException {
        return raw("<span class=\"badge " + kind + "\">").text(word).raw("</span>");
    }

    /** Writes the value of an attribute that links to a site, or names its place. */
    public HtmlText anchor(String fingerprint) throws IOException {
        return text("site=" + URLEncoder.encode(fingerprint, "UTF-8").replace("+", "%20"));
    }

    private static String escaped(String text) {
        String clean = PlainText.printable(text);
        StringBuilder html = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '<':
                    html.append("&lt;");
                    break;
                case '>':
                    html.append("&gt;");
                    break;
                case '&':
                    html.append("&amp;");
                    break;
                case '"':
                    html.append("&quot;");
                    break;
                case '\'':
                    html.append("&#39;");
                    break;
                default:
                    html.append(c);
                    break;
            }
        }
        return html.toString();
    }
}
