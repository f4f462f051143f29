package io.github.tlsleak.preparation;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Prepares the hooks of JDKs: starts each with {@link PreparingAgent}. Called by the build. */
public final class HookPreparation {

    private HookPreparation() {}

    /**
     * Prepares the hooks of the JDK that runs this, and of others.
     *
     * @param args the directory that gets the files, and homes of JDKs separated by commas
     * @throws IOException if one of them cannot be prepared: a build must not leave it out
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        File directory = new File(args[0]);
        Files.createDirectories(directory.toPath());
        Set<String> homes = new LinkedHashSet<>();
        homes.add(System.getProperty("java.home"));
        for (String home : args.length < 2 ? new String[0] : args[1].split(",")) {
            if (!home.trim().isEmpty()) {
                homes.add(home.trim());
            }
        }
        Path agent = Files.createTempFile("tlsleak-preparation", ".jar");
        try {
            writeAgent(agent);
            for (String home : homes) {
                prepare(home, agent, directory);
            }
        } finally {
            Files.delete(agent);
        }
    }

    private static void prepare(String home, Path agent, File directory)
            throws IOException, InterruptedException {
        ProcessBuilder jvm =
                new ProcessBuilder(
                                new File(home, "bin/java").getPath(),
                                "-javaagent:" + agent + '=' + directory,
                                "-cp",
                                System.getProperty("java.class.path"),
                                PreparingAgent.class.getName())
                        .inheritIO();
        // other agents would change the classes
        jvm.environment().remove("JAVA_TOOL_OPTIONS");
        jvm.environment().remove("JDK_JAVA_OPTIONS");
        jvm.environment().remove("_JAVA_OPTIONS");
        if (jvm.start().waitFor() != 0) {
            throw new IOException("the hooks of " + home + " cannot be prepared");
        }
    }

    /** A jar with a manifest alone: its class is on the class path. */
    private static void writeAgent(Path agent) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", PreparingAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(agent)) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
