package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import org.jspecify.annotations.Nullable;

/** Who holds a class loader. Immutable. */
public final class LoaderHolder {

    private final String loader;
    private final Holding holding;
    private final PathStep path;

    LoaderHolder(DumpedObject loader, Holding holding, PathStep path) {
        this.loader = text(loader);
        this.holding = holding;
        this.path = path;
    }

    /** Since Java 9 a loader may have a name. */
    private static String text(DumpedObject loader) {
        String type = loader.type().name();
        @Nullable String name = loader.text("name");
        return name == null ? type : type + " \"" + name + "\"";
    }

    /** Its class, and its name if it has one. */
    public String loader() {
        return loader;
    }

    /** How strongly it is held. */
    public Holding holding() {
        return holding;
    }

    /** The path to it; without a step if nothing leads to it. */
    public PathStep path() {
        return path;
    }
}
