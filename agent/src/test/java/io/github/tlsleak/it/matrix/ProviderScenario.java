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
 * @param text the header of its source, for one provider
 * @param verdict what the header expects of providers that it does not name; {@code none} if
 *     nothing
 */
public record ProviderScenario(String name, Scenario text, String verdict) {

    public static final String PACKAGE = "io.github.tlsleak.apps.providers.";

    private static final Path SOURCES =
            ProviderVariant.MODULE.resolve("src/main/java/" + PACKAGE.replace('.', '/'));

    /**
     * The situations of some kinds, sorted by name, with the expectations for one provider.
     *
     * @param group the package that holds the packages of the kinds, with a dot at its end; empty
     *     for that of the providers itself
     */
    static List<ProviderScenario> of(ProviderVariant variant, String group) throws IOException {
        List<ProviderScenario> all = new ArrayList<>();
        for (String each : variant.kinds()) {
            String kind = group + each;
            try (Stream<Path> files = Files.list(SOURCES.resolve(kind.replace('.', '/')))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    Scenario any = Scenario.parse(Files.readString(file));
                    Scenario text = any.with(variant.name());
                    if (!text.lines().isEmpty()) {
                        all.add(new ProviderScenario(kind + "." + name, text, verdict(any)));
                    }
                }
            }
        }
        return all;
    }

    private static String verdict(Scenario any) {
        return any.with("").expect(0, "").stream()
                .findFirst()
                .map(Scenario.Expected::verdict)
                .orElse("none");
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
