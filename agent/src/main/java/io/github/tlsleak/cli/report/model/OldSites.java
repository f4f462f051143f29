package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Fingerprint;
import io.github.tlsleak.common.options.OptionKey;
import io.github.tlsleak.common.options.OptionParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives lines of 0.1.0 the names that sites have today: its own name of a site was one of a stack,
 * fingerprint 1. Keeps 10 000 stacks at most; the names in lines on others stay as they are. Used
 * by one thread.
 */
final class OldSites {

    private static final int MAX_STACKS = 10_000;
    private static final Attribution ANY = new Attribution(Collections.<String>emptyList());
    private static final Field[] OTHERS = {Field.CLOSED_AT, Field.HANGS_AT};

    private final Map<String, Stack> stacks = new HashMap<>();

    /** Whether the stack of a line of type site is known here. */
    boolean isKnown(ReportLine line) {
        return !stacks.isEmpty() && stacks.containsKey(line.text(Field.SITE));
    }

    /**
     * Puts new names into a line.
     *
     * @param site whether it is of type site
     * @param jvms know which one wrote it
     */
    void rename(ReportLine line, boolean site, ReportedJvms jvms) {
        String name = line.text(Field.SITE);
        if (site && name != null && !line.has(Field.FINGERPRINT1)) {
            learn(name, line, jvms.of(line));
        }
        if (stacks.isEmpty()) {
            return;
        }
        Stack stack = stacks.get(name);
        if (name != null && stack != null) {
            line.put(Field.SITE, stack.name(line.text(Field.RESOURCE)));
            line.put(Field.FINGERPRINT1, name);
            if (!line.has(Field.FRAME)) {
                line.put(stack.responsible == null ? Field.HEADLINE : Field.FRAME, stack.headline);
            }
        }
        for (Field field : OTHERS) {
            Stack named = stacks.get(line.text(field));
            if (named != null) {
                // the resource of its own line, which describes it
                line.put(field, named.first);
            }
        }
    }

    /** Describes a site that a line of another kind of object has described, not its own. */
    void describe(ReportLine line, ReportedSite site) {
        String name = line.text(Field.FINGERPRINT1);
        Stack stack = site.isDescribed() ? null : stacks.get(name);
        if (stack != null) {
            site.describe(
                    stack.frames,
                    stack.adopted,
                    stack.owner,
                    stack.responsible,
                    stack.headline,
                    name);
        }
    }

    private void learn(String name, ReportLine line, ReportedJvm jvm) {
        boolean adopted = line.has(Field.SEEN);
        List<String> frames = line.list(adopted ? Field.SEEN : Field.STACK);
        if (!frames.isEmpty() && stacks.size() < MAX_STACKS && !stacks.containsKey(name)) {
            stacks.put(name, new Stack(new ArrayList<>(frames), adopted, line, jvm));
        }
    }

    /** Knows whose the frames are as the agent knew it that wrote the line. */
    private static Attribution attribution(
            List<String> frames, @Nullable String responsible, ReportedJvm jvm) {
        Map<String, String> options =
                OptionParser.parse(jvm.text(Field.OPTIONS), new ArrayList<String>());
        String packages = options.get(OptionKey.APP_PACKAGES.key());
        List<String> given =
                packages == null
                        ? Collections.<String>emptyList()
                        : Arrays.asList(packages.split(" *, *"));
        Attribution agents = new Attribution(given, jvm.text(Field.MAIN));
        for (Attribution attribution : Arrays.asList(agents, ANY)) {
            if (String.valueOf(responsible)
                    .equals(String.valueOf(attribution.of(frames).responsible()))) {
                return attribution;
            }
        }
        return responsible == null ? ANY : new Attribution(packageOf(responsible));
    }

    private static List<String> packageOf(String frame) {
        int paren = frame.indexOf('(');
        String method = paren <= 0 ? frame : frame.substring(0, paren);
        String type = method.substring(0, Math.max(0, method.lastIndexOf('.')));
        int dot = type.lastIndexOf('.');
        return Collections.singletonList(dot < 0 ? type : type.substring(0, dot));
    }

    /** One stack. */
    private static final class Stack {

        private final List<String> frames;
        private final List<String> path;
        private final @Nullable String owner;
        private final boolean adopted;
        private final @Nullable String responsible;
        private final String headline;
        private final Map<String, String> names = new HashMap<>();
        private final String first;
        private String kind = "";

        Stack(List<String> frames, boolean adopted, ReportLine line, ReportedJvm jvm) {
            this.frames = frames;
            this.adopted = adopted;
            owner = line.text(Field.OWNER);
            responsible = line.text(Field.FRAME);
            Attribution attribution = attribution(frames, responsible, jvm);
            path = attribution.path(frames);
            String stands = attribution.of(frames).headline();
            String written = responsible == null ? line.text(Field.HEADLINE) : responsible;
            headline = written != null ? written : stands != null ? stands : frames.get(0);
            first = name(line.text(Field.RESOURCE));
        }

        /** Its site, for objects of one kind; of the last one where a line does not tell. */
        String name(@Nullable String resource) {
            kind = resource == null ? kind : resource;
            String name = names.get(kind);
            if (name == null) {
                name = Fingerprint.ofSite(kind, path, adopted);
                names.put(kind, name);
            }
            return name;
        }
    }
}
