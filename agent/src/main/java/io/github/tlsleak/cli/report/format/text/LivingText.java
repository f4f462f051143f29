package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.GroupFindings;
import io.github.tlsleak.cli.report.model.OpenSessions;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The parts of the text on what lives: open sessions, and contexts or sessions that are many. In
 * brief the first of each part, without their stacks. Used by one thread.
 */
final class LivingText {

    private static final String INDENT = "  ";
    private static final int IN_BRIEF = 3;

    private final Analysis analysis;
    private final TextOut out;
    private final StackText stacks;

    LivingText(Analysis analysis, StackText stacks, TextOut out) {
        this.analysis = analysis;
        this.out = out;
        this.stacks = stacks;
    }

    /** Writes each part that is not empty. */
    void write() throws IOException {
        open();
        groups(true, "SSLContexts of one site");
        groups(false, "sessions of one site");
        if (analysis.groups().beyond() > 0) {
            out.line("  more at sites not told apart");
        }
    }

    private void heading(String text) throws IOException {
        out.gap();
        out.line(TextOut.Style.BOLD, text);
    }

    private void open() throws IOException {
        OpenSessions sessions = analysis.open();
        boolean others = !isOneSite() && (sessions.beyond() > 0 || sessions.reclosed() > 0);
        List<OpenSessions.Group> open = open(group -> group.sessions > group.atExit);
        if (others || !open.isEmpty()) {
            heading("open for longer than the threshold");
        }
        open(open, false);
        if (others && sessions.beyond() > 0) {
            out.line("  " + sessions.beyond() + " more sessions not told apart");
        }
        if (others && sessions.reclosed() > 0) {
            out.line("  " + sessions.reclosed() + " closed after all");
        }
        List<OpenSessions.Group> atExit = open(group -> group.atExit > 0);
        if (!atExit.isEmpty()) {
            heading("open when the JVM ended, not called leaks");
        }
        open(atExit, true);
    }

    private static long sessions(OpenSessions.Group group, boolean atExit) {
        return atExit ? group.atExit : group.sessions - group.atExit;
    }

    private static boolean isInBoth(OpenSessions.Group group) {
        return group.atExit > 0 && group.sessions > group.atExit;
    }

    private List<OpenSessions.Group> open(Predicate<OpenSessions.Group> which) {
        List<OpenSessions.Group> groups = new ArrayList<>(analysis.open().bySite());
        groups.removeIf(group -> !which.test(group) || !isShown(group.site));
        return groups;
    }

    private boolean isOneSite() {
        return analysis.extent().site() != null;
    }

    private boolean isShown(ReportedSite site) {
        return !isOneSite() || site.fingerprint().equals(analysis.extent().site());
    }

    /** A group of which some were open when their JVM ended, and some not, is in both parts. */
    private void open(List<OpenSessions.Group> groups, boolean atExit) throws IOException {
        int shown = shown(groups.size());
        for (OpenSessions.Group group : groups.subList(0, shown)) {
            out.prose(
                    "  "
                            + PlainText.count(sessions(group, atExit), "session")
                            + (group.oldestMillis > 0 && !isInBoth(group)
                                    ? ", oldest " + Durations.oneUnit(group.oldestMillis)
                                    : "")
                            + ", at "
                            + SiteText.site(group.site));
            String pipeline = group.pipeline();
            if (pipeline != null) {
                out.prose("    pipeline " + pipeline);
            }
            stack(group.site, groups.size());
        }
        more(groups.size() - shown);
    }

    private void groups(boolean ofContexts, String heading) throws IOException {
        List<GroupFindings.Entry> entries = new ArrayList<>(analysis.groups().entries(ofContexts));
        entries.removeIf(entry -> !isShown(entry.site));
        if (entries.isEmpty()) {
            return;
        }
        heading(heading);
        int shown = shown(entries.size());
        for (GroupFindings.Entry entry : entries.subList(0, shown)) {
            out.prose(
                    "  "
                            + (entry.verdict + ": " + entry.words() + ", at ")
                            + SiteText.site(entry.site));
            if (!entry.peers().isEmpty()) {
                out.prose("    peers " + peers(entry.peers()));
            }
            stack(entry.site, entries.size());
        }
        more(entries.size() - shown);
    }

    private int shown(int all) {
        return analysis.extent().isAll() ? all : Math.min(all, IN_BRIEF);
    }

    private void more(int left) throws IOException {
        if (left > 0) {
            out.line("  and " + left + " more: --all");
        }
    }

    private void stack(ReportedSite site, int all) throws IOException {
        if (analysis.extent().isAll() || all <= IN_BRIEF) {
            stacks.write(site, INDENT);
        }
    }

    private static String peers(Map<String, Long> peers) {
        List<String> texts = new ArrayList<>();
        peers.forEach((peer, count) -> texts.add(peer + " (" + count + ")"));
        return String.join(", ", texts);
    }
}
