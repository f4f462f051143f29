package io.github.tlsleak.common.rules;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.text.DataFile;
import io.github.tlsleak.common.text.Glob;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The known behaviours of JDK and libraries, from {@code known-behaviours.txt}. A known behaviour
 * excuses a verdict. Immutable, thread-safe.
 */
public final class KnownBehaviours {

    private static final int FIELDS = 6;

    private final List<Rule> rules = new ArrayList<>();
    private final Attribution attribution = new Attribution(Collections.<String>emptyList());

    /** Reads the data file. If that fails, there are no known behaviours. */
    public KnownBehaviours() {
        this(DataFile.lines(KnownBehaviours.class, "known-behaviours.txt"));
    }

    KnownBehaviours(List<String> lines) {
        for (String line : lines) {
            List<String> fields = DataFile.fields(line, " | ");
            // tests check the data file; a bad line must not fail inside an application
            if (fields.size() == FIELDS) {
                rules.add(new Rule(fields));
            }
        }
    }

    /** All rules in the order of the file; unmodifiable. */
    public List<Rule> rules() {
        return Collections.unmodifiableList(rules);
    }

    /**
     * The first rule that excuses a verdict.
     *
     * @param verdict the verdict's name
     * @param frames cleaned allocation stack, top first
     * @param paired whether the agent knows the session's transport
     * @return null if there is none
     */
    public @Nullable Rule match(String verdict, List<String> frames, boolean paired) {
        List<String> creators = attribution.creators(frames);
        for (Rule rule : rules) {
            if (rule.about == About.MAKER
                    && rule.covers(verdict, paired)
                    && rule.matches(creators)) {
                return rule;
            }
        }
        return null;
    }

    /**
     * The first rule on the closing code, or on the transport, that excuses a verdict.
     *
     * @param verdict the verdict's name
     * @param closing cleaned stack of the close; empty if it is not known
     * @param transport class of the transport
     * @return null if there is none
     */
    public @Nullable Rule matchEnd(
            String verdict, List<String> closing, @Nullable String transport) {
        for (Rule rule : rules) {
            boolean closed = rule.about == About.CLOSER && rule.matches(closing);
            if (rule.covers(verdict, true) && (closed || rule.isOver(transport))) {
                return rule;
            }
        }
        return null;
    }

    /**
     * Whether a transport is known to throw away the close_notify.
     *
     * @param transport class of the transport of a session
     * @return true if a rule says so
     */
    public boolean swallows(String transport) {
        return matchEnd(Verdict.UNSENT.name(), Collections.<String>emptyList(), transport) != null;
    }

    /** What the glob of a rule is matched against. */
    private enum About {
        MAKER(""),
        CLOSER("closer:"),
        TRANSPORT("transport:");

        private final String prefix;

        About(String prefix) {
            this.prefix = prefix;
        }

        static About of(String glob) {
            return glob.startsWith(CLOSER.prefix)
                    ? CLOSER
                    : glob.startsWith(TRANSPORT.prefix) ? TRANSPORT : MAKER;
        }
    }

    /** One known behaviour. Immutable. */
    public static final class Rule {

        private final List<String> fields;
        private final About about;
        private final Glob glob;
        private final Set<String> verdicts;

        Rule(List<String> fields) {
            this.fields = fields;
            about = About.of(fields.get(1));
            glob = new Glob(fields.get(1).substring(about.prefix.length()));
            verdicts = new HashSet<>(DataFile.fields(fields.get(2), ","));
        }

        /** A short, stable name for reports. */
        public String id() {
            return fields.get(0);
        }

        /** {@link Owner#json()} of the code that behaves so. */
        public String owner() {
            return fields.get(3);
        }

        /** One sentence about the behaviour, without a full stop. */
        public String sentence() {
            return fields.get(4);
        }

        /** A link to more about the behaviour. */
        public String link() {
            return fields.get(5);
        }

        /** A verdict with a question mark is excused only if the transport's end is not seen. */
        boolean covers(String verdict, boolean paired) {
            return verdicts.contains("*")
                    || verdicts.contains(verdict)
                    || !paired && verdicts.contains(verdict + "?");
        }

        boolean isOver(@Nullable String transport) {
            return about == About.TRANSPORT && transport != null && glob.matches(transport);
        }

        boolean matches(List<String> frames) {
            for (String frame : frames) {
                if (glob.matchesFrame(frame)) {
                    return true;
                }
            }
            return false;
        }
    }
}
