package io.github.tlsleak.common.rules;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.text.DataFile;
import io.github.tlsleak.common.text.Glob;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The known behaviours of JDK and libraries, which excuse verdicts: those of {@code
 * known-behaviours.txt}. Immutable, thread-safe.
 */
public final class KnownBehaviours {

    private static final int FIELDS = 6;

    /** Methods by which an application that wraps sockets or engines stands above the library. */
    private static final Set<String> FACTORIES =
            new HashSet<>(
                    Arrays.asList(
                            "<init>", "createSocket", "createSSLEngine", "engineCreateSSLEngine"));

    private final List<Rule> rules = new ArrayList<>();
    private final Attribution attribution = new Attribution(Collections.<String>emptyList());

    /** Reads the data file; without it nothing is known. */
    public KnownBehaviours() {
        this(DataFile.lines(KnownBehaviours.class, "known-behaviours.txt"));
    }

    KnownBehaviours(List<String> lines) {
        for (String line : lines) {
            List<String> fields = split(line, " | ");
            // the data file is ours and tested; a bad line is no reason to fail in there
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
     * @param paired whether the session's transport is seen
     * @return null if there is none
     */
    public Rule match(String verdict, List<String> frames, boolean paired) {
        List<String> creators = creators(frames);
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
     * The first rule on who closes, or on what carries the bytes, that excuses a verdict.
     *
     * @param verdict the verdict's name
     * @param closing cleaned stack that closed, empty where it is not told
     * @param transport class of the socket below, or null
     * @return null if there is none
     */
    public Rule matchEnd(String verdict, List<String> closing, String transport) {
        for (Rule rule : rules) {
            boolean closed = rule.about == About.CLOSER && rule.matches(closing);
            if (rule.covers(verdict, true) && (closed || rule.isOver(transport))) {
                return rule;
            }
        }
        return null;
    }

    /**
     * Whether a socket is known to throw away what its owner closes with.
     *
     * @param transport class of the socket below a session
     * @return true if a rule says so
     */
    public boolean swallows(String transport) {
        return matchEnd(Verdict.UNSENT.name(), Collections.<String>emptyList(), transport) != null;
    }

    /** The frames above the application: below, its callers follow, who have no part in this. */
    private List<String> creators(List<String> frames) {
        for (int i = 0; i < frames.size(); i++) {
            String frame = frames.get(i);
            if (attribution.isApplication(frame) && !FACTORIES.contains(method(frame))) {
                return frames.subList(0, i);
            }
        }
        return frames;
    }

    private static String method(String frame) {
        int paren = frame.indexOf('(');
        int end = paren < 0 ? frame.length() : paren;
        return frame.substring(frame.lastIndexOf('.', end) + 1, end);
    }

    private static List<String> split(String line, String separator) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, start)) {
            fields.add(line.substring(start, at).trim());
            start = at + separator.length();
        }
        fields.add(line.substring(start).trim());
        return fields;
    }

    /** What a rule's glob is held against. */
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
            verdicts = new HashSet<>(split(fields.get(2), ","));
        }

        /** A short stable name, for reports. */
        public String id() {
            return fields.get(0);
        }

        /** {@link Owner#json()} of the code that behaves so. */
        public String owner() {
            return fields.get(3);
        }

        /** What it does, in one sentence without full stop. */
        public String sentence() {
            return fields.get(4);
        }

        /** Where to read more. */
        public String link() {
            return fields.get(5);
        }

        /** With a question mark a verdict is excused only where the transport's end is not seen. */
        boolean covers(String verdict, boolean paired) {
            return verdicts.contains("*")
                    || verdicts.contains(verdict)
                    || !paired && verdicts.contains(verdict + "?");
        }

        boolean isOver(String transport) {
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
