package io.github.tlsleak.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One release of one TLS provider, as test programs use it.
 *
 * @param name what conditions of scenarios and the table call it
 * @param type its class in {@code apps.providers}
 * @param release the directory with its jars, or none
 * @param kinds what it has: {@code socket}, {@code engine}
 */
record ProviderVariant(String name, String type, String release, List<String> kinds) {

    static final Path MODULE = AgentJvm.APPS.resolve("providers");

    private static final List<String> BOTH = List.of("socket", "engine");

    static List<ProviderVariant> all() {
        return Stream.of(
                        new ProviderVariant("sunjsse", "tls.SunJsse", "", BOTH),
                        new ProviderVariant("conscrypt", "tls.ConscryptTls", "conscrypt", BOTH),
                        new ProviderVariant(
                                "conscrypt-older", "tls.ConscryptTls", "conscrypt-older", BOTH),
                        new ProviderVariant(
                                "bouncycastle", "tls.BouncyCastle", "bouncycastle", BOTH),
                        new ProviderVariant(
                                "bouncycastle-older",
                                "tls.BouncyCastle",
                                "bouncycastle-older",
                                BOTH),
                        new ProviderVariant("own", "own.OwnProvider", "bouncycastle", BOTH))
                .filter(v -> v.name.startsWith(System.getProperty("tlsleak.only", "")))
                .toList();
    }

    /** The command of its program. */
    AgentJvm jvm(Jdk jdk) throws IOException {
        AgentJvm jvm = new AgentJvm(jdk).with(MODULE.resolve("target/classes"));
        if (!release.isEmpty()) {
            try (Stream<Path> jars = Files.list(MODULE.resolve("target/releases/" + release))) {
                jvm.with(jars.sorted().toArray(Path[]::new));
            }
        }
        return jvm;
    }

    @Override
    public String toString() {
        return name;
    }
}
