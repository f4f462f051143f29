package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpRoot;
import io.github.tlsleak.cli.heap.dump.StackPlace;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What methods hold while they run. Stateless. */
final class MethodRoots {

    private static final Set<DumpRoot.Kind> KINDS =
            EnumSet.of(DumpRoot.Kind.LOCAL, DumpRoot.Kind.JNI_LOCAL, DumpRoot.Kind.MONITOR);

    private static final Attribution ATTRIBUTION = new Attribution(Collections.<String>emptyList());

    private MethodRoots() {}

    static boolean is(DumpRoot root) {
        return KINDS.contains(root.kind());
    }

    /**
     * Those among all roots. A dump has the methods of a thread from the called to the caller. Of
     * the methods that hold the same object the outermost holds it the longest.
     */
    static List<DumpRoot> outermostFirst(List<DumpRoot> all) {
        List<DumpRoot> found = new ArrayList<>();
        for (DumpRoot root : all) {
            if (is(root)) {
                found.add(root);
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** Whether the method is the JDK's, or not known. */
    static boolean isOfJdk(DumpRoot root) {
        StackPlace place = root.place();
        String frame = place == null ? null : place.frame();
        return frame == null
                || ATTRIBUTION.of(Collections.singletonList(frame)).owner() == Owner.JDK;
    }
}
