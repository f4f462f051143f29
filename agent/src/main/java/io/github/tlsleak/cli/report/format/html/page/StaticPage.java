package io.github.tlsleak.cli.report.format.html.page;

import io.github.tlsleak.cli.report.format.html.HtmlReport;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.overview.Overview;
import io.github.tlsleak.cli.report.model.overview.Thousands;
import io.github.tlsleak.cli.report.read.Field;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The parts of the report's page that are readable without its script. Used by one thread. */
final class StaticPage implements HtmlReport.Readable {

    private static final int MAX_WARNINGS = 20;

    private final Analysis analysis;
    private final Overview overview;
    private final String version;

    StaticPage(Analysis analysis, String version) {
        this.analysis = analysis;
        this.overview = Overview.of(analysis);
        this.version = version;
    }

    @Override
    public void write(String name, Writer writer) throws IOException {
        HtmlText out = new HtmlText(writer);
        switch (name) {
            case "name":
                out.text(": " + analysis.inputs().title());
                break;
            case "title":
                out.text(analysis.inputs().title());
                break;
            case "subtitle":
                out.prose(subtitle());
                break;
            case "answer":
                new FirstScreen(overview, out).sentence();
                break;
            case "worst":
                new FirstScreen(overview, out).worst();
                break;
            case "numbers":
                new NumberTiles(analysis, out).tiles();
                break;
            case "beside":
                new NumberTiles(analysis, out).beside();
                break;
            case "warnings":
                warnings(out);
                break;
            case "against":
                StaticAgainst.write(analysis, out);
                break;
            case "sites":
                new StaticSites(analysis, overview, out).write();
                break;
            case "footer":
                out.text("Made by tlsleak " + version + ". All times are UTC. This page loads");
                out.text(" nothing and sends nothing.");
                break;
            default:
                throw new IllegalStateException("no part of the page is named " + name);
        }
    }

    private String subtitle() {
        List<String> words = new ArrayList<>();
        long jvms = analysis.jvms().count();
        words.add(jvms == 1 ? jvm(analysis.jvms().all().get(0)) : Thousands.count(jvms, "JVM"));
        words.addAll(analysis.filters());
        return String.join("; ", words);
    }

    private static String jvm(ReportedJvm jvm) {
        String main = jvm.text(Field.MAIN);
        String host = jvm.text(Field.HOST);
        return (main == null ? "main class not known" : main)
                + (jvm.pid() > 0 ? " pid " + jvm.pid() : "")
                + (host == null ? "" : " on " + host);
    }

    private void warnings(HtmlText out) throws IOException {
        List<String> warnings = new ArrayList<>(analysis.allErrors());
        warnings.addAll(analysis.warnings());
        if (warnings.isEmpty()) {
            return;
        }
        out.raw("\n<ul>");
        for (String warning : warnings.subList(0, Math.min(MAX_WARNINGS, warnings.size()))) {
            out.raw("\n<li>").text(warning).raw("</li>");
        }
        if (warnings.size() > MAX_WARNINGS) {
            out.raw("\n<li>and ").count((long) warnings.size() - MAX_WARNINGS, "more line");
            out.raw("</li>");
        }
        out.raw("\n</ul>");
    }
}
