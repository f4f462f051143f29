package io.github.tlsleak.cli.report.format.sarif;

import io.github.tlsleak.cli.report.format.json.JsonWriter;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import io.github.tlsleak.common.verdict.VerdictText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a SARIF run: the verdicts of its results. Immutable. */
final class SarifRules {

    private static final int RANKS = 33;

    /** Each verdict with its worst grade, in the order of the results. */
    private final Map<String, Grade> grades = new LinkedHashMap<>();

    private final List<String> order;

    SarifRules(List<SiteFindings> sites) {
        for (SiteFindings findings : sites) {
            grades.putIfAbsent(verdict(findings), findings.worst());
        }
        order = new ArrayList<>(grades.keySet());
    }

    /** The verdict that a site is reported with: the most frequent one of its worst grade. */
    static String verdict(SiteFindings findings) {
        return findings.verdict();
    }

    /** The index of a verdict among the rules. */
    int index(String verdict) {
        return order.indexOf(verdict);
    }

    /** The level of SARIF for a grade. */
    static String level(Grade grade) {
        switch (grade) {
            case LEAK:
                return "error";
            case DEFECT:
                return "warning";
            default:
                return "note";
        }
    }

    void write(JsonWriter out) throws IOException {
        out.array("rules");
        for (Map.Entry<String, Grade> rule : grades.entrySet()) {
            out.object().text("id", rule.getKey());
            describe(Explanation.verdict(rule.getKey()), out);
            out.object("defaultConfiguration").text("level", level(rule.getValue())).endObject();
            out.endObject();
        }
        out.endArray();
    }

    private static void describe(@Nullable Verdict verdict, JsonWriter out) throws IOException {
        if (verdict == null) {
            return;
        }
        String what = VerdictText.what(verdict, Resource.SSL_SOCKET);
        String socket = VerdictText.fix(verdict, Resource.SSL_SOCKET);
        String engine = VerdictText.fix(verdict, Resource.SSL_ENGINE);
        String all = verdict.isOnContexts() ? what : "TLS session " + what;
        SarifFormat.message("shortDescription", all, out);
        SarifFormat.message("fullDescription", why(verdict), out);
        String both = "SSLSocket: " + socket + ". SSLEngine: " + engine + ".";
        String page = ProjectPage.of(verdict.name());
        out.text("helpUri", page).object("help");
        out.text("text", SarifFormat.plain(socket.equals(engine) ? socket : both));
        out.text("markdown", markdown(verdict, all, page)).endObject();
    }

    /** Why it matters and how it is fixed. All of it is text of this program. */
    private static String markdown(Verdict verdict, String what, String page) {
        String socket = VerdictText.why(verdict, Resource.SSL_SOCKET);
        String engine = VerdictText.why(verdict, Resource.SSL_ENGINE);
        return ("**" + verdict.name() + "**: " + what + ".\n\n## Why it matters\n\n")
                + (both(socket, engine) + "\n\n## How to fix it\n\n")
                + both(
                        VerdictText.fix(verdict, Resource.SSL_SOCKET),
                        VerdictText.fix(verdict, Resource.SSL_ENGINE))
                + ("\n\n[More on " + verdict.name() + "](" + page + ")\n");
    }

    private static String both(String socket, String engine) {
        return socket.equals(engine)
                ? socket + "."
                : "- `SSLSocket`: " + socket + ".\n- `SSLEngine`: " + engine + ".";
    }

    /** The order among results: a severity above all counts of a lower one; 100 is the worst. */
    static long rank(SiteFindings findings) {
        long base = Math.max(0, 2 - findings.worst().slot()) * RANKS;
        long size = 0;
        for (long count = findings.sum(); count >= 2 && size < RANKS; count /= 2) {
            size++;
        }
        return Math.min(100, base + size);
    }

    private static String why(Verdict verdict) {
        String socket = VerdictText.why(verdict, Resource.SSL_SOCKET);
        String engine = VerdictText.why(verdict, Resource.SSL_ENGINE);
        String both = "SSLSocket: " + socket + ". SSLEngine: " + engine + ".";
        return socket.equals(engine) ? socket : both;
    }
}
