package io.github.tlsleak.common.rules;

import io.github.tlsleak.common.frames.Owner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which users take findings out, and how often each was used. At most 10 000 rules.
 * Thread-safe.
 */
public final class Suppressions {

    private final List<SuppressionRule> rules;

    private Suppressions(Map<String, SuppressionRule> rules) {
        this.rules = new ArrayList<>(rules.values());
    }

    /** No rules: nothing is ever suppressed. */
    public static Suppressions none() {
        return new Suppressions(Collections.<String, SuppressionRule>emptyMap());
    }

    /**
     * Reads a file of rules (UTF-8). Each line is a rule, {@code [verdict|owner:]glob}; {@code #}
     * begins a comment. Never throws: a bad line, or a file that cannot be read, adds one line to
     * {@code warnings}.
     */
    public static Suppressions read(Path file, List<String> warnings) {
        return new Suppressions(new SuppressionReader(file, warnings).read());
    }

    /**
     * The first rule that takes a finding out. The use is counted, so call this once per finding.
     *
     * @param verdict the verdict's name, such as {@code LOST}
     * @param owner {@link Owner#json()}
     * @param frames cleaned allocation stack
     * @param fingerprints the names of the site, 16 hex digits each
     * @return the rule as written in the file, or null if there is none
     */
    public @Nullable String match(
            String verdict, String owner, List<String> frames, String... fingerprints) {
        SuppressionRule first = first(verdict, owner, frames, fingerprints);
        if (first != null) {
            first.count();
        }
        return first == null ? null : first.text();
    }

    /** As {@link #match}, for a finding that was counted before. */
    public @Nullable String matchAgain(
            String verdict, String owner, List<String> frames, String... fingerprints) {
        SuppressionRule first = first(verdict, owner, frames, fingerprints);
        return first == null ? null : first.text();
    }

    private @Nullable SuppressionRule first(
            String verdict, String owner, List<String> frames, String... fingerprints) {
        for (SuppressionRule rule : rules) {
            if (rule.matches(verdict, owner, frames, fingerprints)) {
                return rule;
            }
        }
        return null;
    }

    /** Rules that were used and how often, in the order of the file. */
    public Map<String, Long> used() {
        Map<String, Long> used = new LinkedHashMap<>();
        for (SuppressionRule rule : rules) {
            long uses = rule.uses();
            if (uses > 0) {
                used.put(rule.text(), uses);
            }
        }
        return used;
    }

    /** Rules that were never used, in the order of the file. */
    public List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (SuppressionRule rule : rules) {
            if (rule.uses() == 0) {
                unused.add(rule.text());
            }
        }
        return unused;
    }
}
