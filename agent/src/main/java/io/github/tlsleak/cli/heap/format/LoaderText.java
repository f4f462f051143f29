package io.github.tlsleak.cli.heap.format;

import io.github.tlsleak.cli.heap.model.HeldGroup;
import io.github.tlsleak.cli.heap.model.HeldLoader;
import io.github.tlsleak.cli.heap.path.LoaderHolder;
import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Writes who holds the class loaders at which a path begins. Stateless. */
final class LoaderText {

    private static final int MOST = 3;

    private LoaderText() {}

    /** A line for each way in which loaders are held; none if the path begins at no such loader. */
    static List<String> of(HeldGroup group) {
        List<String> lines = new ArrayList<>();
        List<HeldLoader> all = group.loaders();
        for (HeldLoader loaders : all.subList(0, Math.min(MOST, all.size()))) {
            lines.add(line(loaders, group.count()));
        }
        long more = all.stream().skip(MOST).mapToLong(HeldLoader::loaders).sum();
        if (more > 0) {
            lines.add("... and " + PlainText.count(more, "other loader"));
        }
        return lines;
    }

    private static String line(HeldLoader loaders, long objects) {
        LoaderHolder holder = loaders.holder();
        boolean one = loaders.loaders() == 1;
        String part =
                loaders.objects() == objects
                        ? ""
                        : " of " + GroupTitle.number(loaders.objects()) + " of them";
        return (one ? "loader" : loaders.loaders() + " loaders")
                + part
                + "  "
                + holder.loader()
                + " "
                + how(holder);
    }

    private static String how(LoaderHolder holder) {
        switch (holder.holding()) {
            case STRONG:
                return "held by: " + holder.path();
            case SOFT:
                return "held by soft references alone: " + holder.path();
            case FINALIZER:
                return "waits for a finalizer: " + holder.path();
            default:
                return "held by nothing that the dump shows";
        }
    }
}
