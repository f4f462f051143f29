package io.github.tlsleak.common.rules;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.text.DataFile;
import io.github.tlsleak.common.text.Glob;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import io.github.tlsleak.common.verdict.VerdictText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to fix a finding, in words of what the reader holds: a response, a {@code Connection}, a
 * client. The words are those of {@code fixes.txt}. Stateless, thread-safe.
 */
public final class Fixes {

    private static final int FIELDS = 5;

    /** In place of a text: the verdict's own text is good enough. */
    private static final String NONE = "-";

    private static final Attribution ATTRIBUTION = new Attribution(Collections.<String>emptyList());
    private static final List<Rule> RULES = rules();

    private Fixes() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (String line : DataFile.lines(Fixes.class, "fixes.txt")) {
            List<String> fields = DataFile.fields(line, " | ");
            // tests check the data file; a bad line must not fail inside an application
            if (fields.size() == FIELDS) {
                rules.add(new Rule(fields));
            }
        }
        return rules;
    }

    /**
     * The frames of the code that holds a session for the application.
     *
     * @param stack cleaned allocation stack, top first
     * @param responsible the first frame of the application in it; null if there is none
     * @return the frames above that frame, or all
     */
    public static List<String> holders(List<String> stack, @Nullable String responsible) {
        if (responsible == null || Attribution.isFactory(responsible)) {
            return ATTRIBUTION.creators(stack);
        }
        return stack.subList(0, Math.max(0, stack.indexOf(responsible)));
    }

    /**
     * How to fix a finding.
     *
     * @param detail what is special about the finding
     * @param holders frames as {@link #holders} gives them; empty: the program holds it itself
     * @return the words for the first client that the holders are of, else the verdict's own
     */
    public static String of(
            Verdict verdict, Resource resource, @Nullable Detail detail, List<String> holders) {
        int field = field(verdict);
        if (field > 0) {
            for (Rule rule : RULES) {
                if (rule.matches(holders)) {
                    String text = rule.fields.get(field);
                    return NONE.equals(text) ? VerdictText.fix(verdict, resource, detail) : text;
                }
            }
        }
        return VerdictText.fix(verdict, resource, detail);
    }

    /** The field of a line that a verdict asks for; 0 for none. */
    private static int field(Verdict verdict) {
        switch (verdict) {
            case LOST:
            case RESCUED:
            case UNANSWERED:
            case ABANDONED:
            case UNUSED:
            case NATIVE:
            case FAILED:
            case PEER_CLOSED:
            case SESSION_HOARD:
                return 2;
            case STUCK:
                return 3;
            case CONTEXT_CHURN:
            case CONTEXT_HOARD:
            case SESSION_CHURN:
                return 4;
            default:
                return 0;
        }
    }

    /** One line of the file. Immutable. */
    private static final class Rule {

        private final List<String> fields;
        private final List<Glob> globs = new ArrayList<>();

        Rule(List<String> fields) {
            this.fields = fields;
            for (String glob : DataFile.fields(fields.get(1), ",")) {
                globs.add(new Glob(glob));
            }
        }

        boolean matches(List<String> frames) {
            for (String frame : frames) {
                for (Glob glob : globs) {
                    if (glob.matches(frame)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
