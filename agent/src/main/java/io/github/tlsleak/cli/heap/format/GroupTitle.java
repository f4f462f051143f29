package io.github.tlsleak.cli.heap.format;

import io.github.tlsleak.cli.heap.model.HeldGroup;
import io.github.tlsleak.cli.heap.path.PathStep;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Writes one line about a group. Stateless. */
final class GroupTitle {

    private static final int PEERS = 3;

    private GroupTitle() {}

    /** Such as {@code 1 204 SSLEngine open (peers db-1:5432 x800, db-2:5432 x404), 38.2 MB}. */
    static String of(HeldGroup group) {
        String peers = group.peers().isEmpty() ? "" : " (peers " + counts(group.peers()) + ")";
        return number(group.count())
                + " "
                + what(group)
                + peers
                + ", "
                + PlainText.bytes(group.bytes());
    }

    /** Kind and state; if there are several of them, each with its number. */
    private static String what(HeldGroup group) {
        if (group.kinds().isEmpty()) {
            return one(group.classes());
        }
        List<TopCounts.Entry> states = group.states().byCount();
        return one(group.kinds())
                + (states.size() == 1 ? " " + states.get(0).name : ": " + group.states().text());
    }

    private static String one(TopCounts names) {
        List<TopCounts.Entry> all = names.byCount();
        return all.size() == 1 ? all.get(0).name : "objects (" + names.text() + ")";
    }

    /** The most frequent with their numbers, such as {@code a x800, b x404, others x12}. */
    static String counts(TopCounts counts) {
        StringBuilder text = new StringBuilder();
        for (TopCounts.Entry entry : counts.top(PEERS)) {
            text.append(text.length() == 0 ? "" : ", ").append(entry.name);
            text.append(" x").append(entry.count);
        }
        long others = counts.besides(PEERS);
        return others == 0 ? text.toString() : text + ", others x" + others;
    }

    /** The steps of a path that are the application's own, with class names in full. */
    static List<String> ofApplication(PathStep path) {
        List<String> own = new ArrayList<>();
        for (PathStep step : path.steps()) {
            if (step.owner() == Owner.APPLICATION) {
                own.add(step.full());
            }
        }
        return own;
    }

    /** A number with a blank before each three digits: {@code 1 204}. */
    static String number(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, ' ');
        }
        return text.toString();
    }
}
