package io.github.tlsleak.agent.output.test;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.log.GroupText;
import io.github.tlsleak.agent.output.log.LeakText;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Findings as lines of {@code key=value}, separated by tabs, for {@code io.github.tlsleak.test}.
 * Backslash, tab and line feed in a value are {@code \\}, {@code \t} and {@code \n}. A value that
 * is not known is absent. Stateless.
 */
public final class FindingReply {

    private FindingReply() {}

    /**
     * One line, with its line feed.
     *
     * @param number of the finding; 0 for none
     */
    public static String line(long number, Finding finding) {
        StringBuilder line = new StringBuilder(1024);
        put(line, "number", String.valueOf(number));
        put(line, "verdict", finding.verdict.name());
        put(line, "severity", finding.severity.label());
        put(line, "resource", finding.resource.label());
        Site site = finding.site;
        put(line, "site", site.fingerprint());
        put(line, "new", String.valueOf(!site.isAccepted()));
        if (finding instanceof SessionFinding) {
            session(line, (SessionFinding) finding);
        } else {
            put(line, "frame", site.headline());
            put(line, "owner", site.owner().json());
            put(line, "text", GroupText.full((GroupFinding) finding));
        }
        return line.append('\n').toString();
    }

    private static void session(StringBuilder line, SessionFinding f) {
        put(line, "frame", f.blamed().headline());
        put(line, "owner", f.blamed().owner().json());
        put(line, "peer", LeakText.address(f));
        put(line, "thread", f.thread);
        put(line, "known", f.known == null ? null : f.known.id());
        if (f.test != null) {
            put(line, "scope", f.test.id);
        }
        put(line, "text", f.verdict == Verdict.OPEN ? LeakText.open(f) : LeakText.full(f, 0));
    }

    private static void put(StringBuilder line, String key, @Nullable String value) {
        if (value == null) {
            return;
        }
        line.append(line.length() == 0 ? "" : "\t").append(key).append('=');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\':
                    line.append("\\\\");
                    break;
                case '\t':
                    line.append("\\t");
                    break;
                case '\n':
                    line.append("\\n");
                    break;
                case '\r':
                    break;
                default:
                    line.append(c);
                    break;
            }
        }
    }
}
