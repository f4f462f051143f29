package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.FailingFindings;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.overview.Overview;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * The analysis as text for a terminal. It fits about a screen, the most important part first,
 * unless all is asked for. Immutable.
 */
public final class TextFormat implements Format {

    private final TextStyle look;
    private final @Nullable FailingFindings failing;

    /**
     * @param failing the findings that fail the build, which are shown before others; null: none
     */
    public TextFormat(TextStyle look, @Nullable FailingFindings failing) {
        this.look = look;
        this.failing = failing;
    }

    @Override
    public void write(Analysis analysis, Writer writer) throws IOException {
        TextOut out = new TextOut(writer, look);
        Overview overview = Overview.of(analysis);
        StackText stacks = new StackText(look, out);
        SiteText site = new SiteText(analysis, overview, stacks, out);
        LivingText living = new LivingText(analysis, stacks, out);
        new TotalsText(analysis, out).write(overview.sentence());
        if (analysis.extent().site() != null) {
            for (SiteFindings findings : analysis.shown()) {
                out.gap();
                site.write(findings, true, null);
            }
            living.write();
        } else {
            AgainstText.write(analysis, out);
            new GroupsText(analysis, out).write();
            if (analysis.extent().isAll()) {
                new AllSitesText(analysis, out).write(site);
            } else {
                new BriefText(analysis, failing, overview, out).write(site);
            }
            HeaderText.write(analysis, out);
            living.write();
            new AppendixText(analysis, out).write();
        }
        MoreText.write(analysis, stacks.folded(), out);
    }
}
