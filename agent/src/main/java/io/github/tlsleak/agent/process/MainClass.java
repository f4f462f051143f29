package io.github.tlsleak.agent.process;

import java.io.File;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Finds the name of the class whose {@code main} this JVM runs. Stateless, thread-safe. */
public final class MainClass {

    private static final String JAR = ".jar";

    private MainClass() {}

    /**
     * The main class of this JVM. Started with {@code -jar}, it is read from the jar's manifest.
     *
     * @return null if it is not known, as in a JVM that a native program started
     */
    public static @Nullable String name() {
        try {
            return name(
                    System.getProperty("sun.java.command"), System.getProperty("java.class.path"));
        } catch (SecurityException e) {
            return null;
        }
    }

    /**
     * The main class that a command line names.
     *
     * @param command main class, {@code module/class} or jar, then the arguments
     * @param classPath the jar, if the JVM was started with {@code -jar}
     */
    static @Nullable String name(@Nullable String command, @Nullable String classPath) {
        if (command == null || command.isEmpty()) {
            return null;
        }
        String jar = jar(command, classPath == null ? "" : classPath);
        if (jar != null) {
            return mainClass(jar);
        }
        int space = command.indexOf(' ');
        String first = space < 0 ? command : command.substring(0, space);
        int module = first.indexOf('/');
        // a module without a class, and a file that the source launcher compiles, name no class
        return first.endsWith(JAR) || first.endsWith(".java") || module == 0
                ? null
                : first.substring(module + 1);
    }

    /** The class path's first element, if the command begins with it: its name may hold blanks. */
    private static @Nullable String jar(String command, String classPath) {
        // the JVM appends the jars of agents to the class path
        int separator = classPath.indexOf(File.pathSeparatorChar);
        String first = separator < 0 ? classPath : classPath.substring(0, separator);
        boolean begins = !first.isEmpty() && (command + " ").startsWith(first + " ");
        return begins && new File(first).isFile() ? first : null;
    }

    private static @Nullable String mainClass(String jar) {
        try (JarFile file = new JarFile(jar, false)) {
            Manifest manifest = file.getManifest();
            return manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
