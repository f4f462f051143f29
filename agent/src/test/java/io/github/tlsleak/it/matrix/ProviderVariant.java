package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One release of one TLS provider, as test programs use it.
 *
 * @param name the provider's name in conditions of scenarios and in the table
 * @param type its class in {@code apps.providers}
 * @param release the directory with its jars, or none
 * @param kinds the kinds of objects that it has: {@code socket}, {@code engine}, {@code
 *     server.socket}, {@code server.engine}
 */
public record ProviderVariant(String name, String type, String release, List<String> kinds) {

    static final Path MODULE = AgentJvm.APPS.resolve("providers");

    private static final List<String> ENGINE = List.of("engine", "server.engine");
    private static final List<String> SOCKET = List.of("socket", "server.socket");
    private static final List<String> BOTH =
            List.of("socket", "engine", "server.socket", "server.engine");

    public static List<ProviderVariant> all() {
        return Stream.of(
                        new ProviderVariant("sunjsse", "tls.SunJsse", "", BOTH),
                        new ProviderVariant("conscrypt", "tls.ConscryptTls", "conscrypt", BOTH),
                        new ProviderVariant(
                                "conscrypt-older", "tls.ConscryptTls", "conscrypt-older", BOTH),
                        new ProviderVariant(
                                "conscrypt-descriptor",
                                "tls.ConscryptDescriptor",
                                "conscrypt-older",
                                SOCKET),
                        new ProviderVariant(
                                "bouncycastle", "tls.BouncyCastle", "bouncycastle", BOTH),
                        new ProviderVariant(
                                "bouncycastle-older",
                                "tls.BouncyCastle",
                                "bouncycastle-older",
                                BOTH),
                        new ProviderVariant("netty-jdk", "tls.NettyJdk", "netty", ENGINE),
                        new ProviderVariant("netty-openssl", "tls.NettyOpenSsl", "netty", ENGINE),
                        new ProviderVariant("netty-refcnt", "tls.NettyCounted", "netty", ENGINE),
                        new ProviderVariant(
                                "netty-jdk-older", "tls.NettyJdk", "netty-older", ENGINE),
                        new ProviderVariant(
                                "netty-openssl-older", "tls.NettyOpenSsl", "netty-older", ENGINE),
                        new ProviderVariant(
                                "netty-refcnt-older", "tls.NettyCounted", "netty-older", ENGINE),
                        new ProviderVariant("wildfly", "tls.WildFly", "wildfly", BOTH),
                        new ProviderVariant("wildfly-older", "tls.WildFly", "wildfly-older", BOTH),
                        new ProviderVariant("own", "own.OwnProvider", "bouncycastle", BOTH))
                .filter(v -> v.name.startsWith(System.getProperty("tlsleak.only", "")))
                .toList();
    }

    /**
     * The beginning of the summary's line that says what is not followed exactly. Empty if
     * everything is followed exactly.
     */
    String notExact() {
        switch (name.replaceAll("-.*", "")) {
            case "conscrypt":
                return "Conscrypt: ";
            case "bouncycastle":
                return "BCJSSE: ";
            case "wildfly":
                return "WildFly OpenSSL: ";
            case "own":
                return ProviderScenario.PACKAGE + "own.Own";
            default:
                return "";
        }
    }

    /** The reason why the provider cannot be played on this machine. Empty if it can be played. */
    public String missing() throws IOException {
        if (!name.matches("netty-(openssl|refcnt).*|wildfly.*")) {
            return "";
        }
        String machine = System.getProperty("os.name") + ' ' + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            return "its native code is here for Linux on x86-64 only";
        }
        boolean lacks = name.startsWith("wildfly") && openSsl().isEmpty();
        return lacks ? "it needs libssl, which is not here" : "";
    }

    /**
     * The TLS versions with which heap dumps of that JDK are read. Empty on a thin one, unless the
     * fields are those of the JDK's own classes.
     */
    public List<String> tlsInDump(Jdk jdk) {
        boolean ofJdk = name.equals("sunjsse") || name.equals("netty-jdk");
        return ofJdk || !jdk.isThin() ? tls(jdk) : List.of();
    }

    /** The TLS versions of the provider. Empty if the provider does not work on the JDK. */
    public List<String> tls(Jdk jdk) {
        if (name.equals("conscrypt-descriptor") && jdk.major() > 8) {
            // sockets of newer JDKs do not give it their descriptor
            return List.of();
        }
        if (name.equals("wildfly-older") && jdk.major() > 11) {
            // the provider needs a class that later JDKs lack
            return List.of();
        }
        if (name.equals("wildfly-older") || name.equals("wildfly") && jdk.major() < 11) {
            return List.of("1.2");
        }
        if (jdk.isThin()) {
            return name.endsWith("-older") ? List.of() : List.of("1.3");
        }
        // the default run has to be short: an older release runs with one TLS version
        boolean half = name.endsWith("-older") && !Jdk.areGiven();
        return half ? List.of("1.2") : List.of("1.2", "1.3");
    }

    /** The directory with the system's OpenSSL. */
    private static Optional<Path> openSsl() throws IOException {
        for (String dir :
                List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib64")) {
            Path libraries = Path.of(dir);
            if (Files.isDirectory(libraries)) {
                try (DirectoryStream<Path> found =
                        Files.newDirectoryStream(libraries, "libssl.so*")) {
                    if (found.iterator().hasNext()) {
                        return Optional.of(libraries);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The command of the provider's program. */
    public AgentJvm jvm(Jdk jdk) throws IOException {
        AgentJvm jvm = new AgentJvm(jdk).with(MODULE.resolve("target/classes"));
        if (!release.isEmpty()) {
            jvm.withJarsOf(MODULE.resolve("target/releases/" + release));
        }
        if (release.matches("conscrypt.*|netty-older") && jdk.major() > 25) {
            // JDKs after 25 check a server's keys against its session. Sessions of older releases
            // give
            // // too few facts for that. Conscrypt's session says TLSv1.2 afterwards, whatever it
            // is.
            jvm.jvm("-Djdk.tls.SunX509KeyManager.certChecking=false");
        }
        if (release.equals("conscrypt-older") && jdk.major() > 8) {
            // this release's servers read the client's name by reflection
            jvm.jvm("--add-opens=java.base/java.net=ALL-UNNAMED");
        }
        if (name.startsWith("wildfly")) {
            jvm.jvm("-Dorg.wildfly.openssl.path=" + openSsl().orElseThrow());
        }
        return jvm;
    }

    @Override
    public String toString() {
        return name;
    }
}
