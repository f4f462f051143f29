package io.github.tlsleak.cli.heap.agent;

import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** What the agent knew of a group, in words. Stateless. */
public final class KnowledgeText {

    private static final int THREADS = 3;

    private KnowledgeText() {}

    /**
     * The sites of a group, each with its stack.
     *
     * @param group of sessions
     * @param most how many sites are told; the others are counted
     * @return lines without indent; none if the agent followed no session of the group
     */
    public static List<String> of(KnownGroup group, int most) {
        List<String> lines = new ArrayList<>();
        List<SiteSum> sites = group.sites();
        for (SiteSum sum : sites.subList(0, Math.min(most, sites.size()))) {
            site(sum, lines);
        }
        if (sites.size() > most) {
            lines.add("and at " + PlainText.count(sites.size() - most, "more site"));
        }
        if (group.known() > 0 && group.unknown() > 0) {
            lines.add(PlainText.count(group.unknown(), "session") + " not followed by the agent");
        }
        return lines;
    }

    private static void site(SiteSum sum, List<String> lines) {
        KnownSite site = sum.site;
        lines.add(sum.sessions() + " made at " + PlainText.printable(site.text()));
        lines.add("  " + sum.verdicts.text() + "; " + ages(sum) + threads(sum));
        String pipeline = site.pipeline();
        if (pipeline != null) {
            lines.add("  pipeline " + PlainText.printable(pipeline));
        }
        lines.add("  " + site.stackTitle());
        String headline = site.headline();
        boolean marked = false;
        for (String frame : site.stack()) {
            boolean mark = !marked && frame.equals(headline);
            marked |= mark;
            lines.add((mark ? "  > " : "    ") + PlainText.printable(frame));
        }
    }

    private static String ages(SiteSum sum) {
        String atLeast = sum.isAtLeast() ? "at least " : "";
        if (sum.sessions() == 1) {
            return "age " + atLeast + Durations.oneUnit(sum.oldestMillis());
        }
        return "oldest "
                + atLeast
                + Durations.oneUnit(sum.oldestMillis())
                + ", youngest "
                + atLeast
                + Durations.oneUnit(sum.youngestMillis());
    }

    private static String threads(SiteSum sum) {
        StringBuilder text = new StringBuilder();
        for (TopCounts.Entry thread : sum.threads.top(THREADS)) {
            text.append(text.length() == 0 ? "; by thread " : ", ");
            text.append('"').append(PlainText.printable(thread.name)).append('"');
            text.append(thread.count == sum.sessions() ? "" : " (" + thread.count + ")");
        }
        long others = sum.threads.besides(THREADS);
        return text + (others > 0 ? " and others (" + others + ")" : "");
    }
}
