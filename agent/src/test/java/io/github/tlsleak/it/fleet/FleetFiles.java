package io.github.tlsleak.it.fleet;

import io.github.tlsleak.docs.Page;
import java.nio.file.Path;

/** The files of the page on fleets. Stateless. */
final class FleetFiles {

    private FleetFiles() {}

    /** One of them, by its name below {@code agent/docs/fleet}. */
    static Path file(String name) {
        return Page.root().resolve("agent/docs/fleet").resolve(name);
    }
}
