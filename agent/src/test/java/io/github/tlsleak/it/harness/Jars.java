package io.github.tlsleak.it.harness;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of the jar. */
public final class Jars {

    private static final String BUNDLE = "inst/agent.zip";
    private static final String VERSION = "io/github/tlsleak/common/version.properties";

    private Jars() {}

    /** The same jar under another path. */
    public static Path copy(Path to) throws IOException {
        return Files.copy(AgentJvm.JAR, to);
    }

    /** The same jar with another version in it. */
    public static Path ofVersion(String version, Path to) throws IOException {
        return ofVersion(version, to, zip -> {});
    }

    /**
     * The same jar with another version in it, and with a private field renamed.
     *
     * @param className the class with the field
     * @param from the field, a name that nothing else in the class has
     * @param name the new name, as long as the old one
     */
    public static Path withField(
            String version, Path to, String className, String from, String name)
            throws IOException {
        return ofVersion(
                version,
                to,
                zip -> {
                    Path file = zip.getPath(className.replace('.', '/') + ".class");
                    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                    String before = "\0" + (char) from.length() + from;
                    assertThat(bytes).containsOnlyOnce(before);
                    String after = "\0" + (char) name.length() + name;
                    Files.writeString(
                            file, bytes.replace(before, after), StandardCharsets.ISO_8859_1);
                });
    }

    /** A change of the agent's classes. */
    public interface Change {
        void in(FileSystem zip) throws IOException;
    }

    /** The same jar with a change of the agent's classes. */
    public static Path changed(Path to, Change change) throws IOException {
        copy(to);
        Path bundle = Files.createTempFile(to.getParent(), "agent", ".zip");
        try (FileSystem jar = FileSystems.newFileSystem(to)) {
            Files.copy(jar.getPath(BUNDLE), bundle, REPLACE_EXISTING);
            try (FileSystem zip = FileSystems.newFileSystem(bundle)) {
                change.in(zip);
            }
            Files.move(bundle, jar.getPath(BUNDLE), REPLACE_EXISTING);
        }
        return to;
    }

    private static Path ofVersion(String version, Path to, Change change) throws IOException {
        return changed(
                to,
                zip -> {
                    Path properties = zip.getPath(VERSION);
                    String own = System.getProperty("tlsleak.version");
                    String text = Files.readString(properties);
                    assertThat(text).contains(own);
                    Files.writeString(properties, text.replace(own, version));
                    change.in(zip);
                });
    }
}
