package io.github.tlsleak.it.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A situation of {@code test-apps/providers} and its expectations.
 *
 * @param name such as {@code socket.Dropped} or {@code server.engine.Unsent}
 * @param text the header of its source
 */
public record ProviderScenario(String name, Scenario text) {

    public static final String PACKAGE = "io.github.tlsleak.apps.providers.";

    private static final Path SOURCES =
            ProviderVariant.MODULE.resolve("src/main/java/" + PACKAGE.replace('.', '/'));

    /** The situations of some kinds, sorted by name, with the expectations for one provider. */
    static List<ProviderScenario> of(ProviderVariant variant) throws IOException {
        List<ProviderScenario> all = new ArrayList<>();
        for (String kind : variant.kinds()) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(kind.replace('.', '/')))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    Scenario text = Scenario.parse(Files.readString(file)).with(variant.name());
                    if (!text.lines().isEmpty()) {
                        all.add(new ProviderScenario(kind + "." + name, text));
                    }
                }
            }
        }
        return all;
    }

    /** Whether the peer is the client. */
    boolean isServer() {
        return text.peer().startsWith("client ");
    }

    /** The script of the peer. */
    String script() {
        return text.peer().replaceFirst("^(server|client) ", "");
    }

    String className() {
        return PACKAGE + name;
    }
}
