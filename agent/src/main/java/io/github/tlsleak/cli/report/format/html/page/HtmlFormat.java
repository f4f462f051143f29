package io.github.tlsleak.cli.report.format.html.page;

import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.format.html.HtmlPage;
import io.github.tlsleak.cli.report.format.html.HtmlReport;
import io.github.tlsleak.cli.report.model.Analysis;
import java.io.IOException;
import java.io.Writer;

/**
 * The analysis as one HTML page. The answer and the first sites stand in it as elements, everything
 * as data for its script. Immutable.
 */
public final class HtmlFormat implements Format {

    private final String version;
    private final Format json;

    /**
     * @param version of this tlsleak
     * @param json writes the data
     */
    public HtmlFormat(String version, Format json) {
        this.version = version;
        this.json = json;
    }

    @Override
    public void write(Analysis analysis, Writer out) throws IOException {
        StaticPage readable = new StaticPage(analysis, version);
        HtmlReport.write(HtmlPage.REPORT, readable, data -> json.write(analysis, data), out);
    }
}
