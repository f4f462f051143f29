package io.github.tlsleak.it.jdk;

import io.github.tlsleak.it.harness.Jdk;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The class files of a JDK, read without running it. Used by one thread. */
final class JdkImage implements Closeable {

    private static final String CLASS = ".class";
    private static final int MODULES = 9;

    private final List<FileSystem> opened = new ArrayList<>();
    private final SortedMap<String, Path> classes = new TreeMap<>();

    private JdkImage() {}

    /** Opens the classes of a JDK. */
    static JdkImage of(Jdk jdk) throws IOException {
        JdkImage image = new JdkImage();
        if (jdk.major() < MODULES) {
            image.addJars(jdk.home().resolve("jre/lib"));
        } else {
            Map<String, String> home = Map.of("java.home", jdk.home().toString());
            FileSystem modules = FileSystems.newFileSystem(URI.create("jrt:/"), home);
            image.opened.add(modules);
            try (Stream<Path> all = Files.list(modules.getPath("/modules"))) {
                for (Path module : all.toList()) {
                    image.add(module);
                }
            }
        }
        return image;
    }

    private void addJars(Path lib) throws IOException {
        try (Stream<Path> files = Files.walk(lib, 2)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                FileSystem zip = FileSystems.newFileSystem(jar);
                opened.add(zip);
                add(zip.getPath("/"));
            }
        }
    }

    private void add(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(CLASS))
                    .forEach(file -> classes.putIfAbsent(name(root.relativize(file)), file));
        }
    }

    private static String name(Path file) {
        String text = file.toString();
        return text.substring(0, text.length() - CLASS.length());
    }

    /** The names of all classes, with slashes, sorted; descriptions of modules are none. */
    List<String> names() {
        return classes.keySet().stream()
                .filter(name -> !name.endsWith("module-info") && !name.startsWith("META-INF"))
                .toList();
    }

    /** The bytes of a class; null if there is none of that name. */
    byte[] bytes(String internalName) {
        Path file = classes.get(internalName);
        try {
            return file == null ? null : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A loader that loads nothing, and has the bytes of these classes as resources. */
    ClassLoader resources() {
        return new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                byte[] bytes = bytes(name.replace(CLASS, ""));
                return bytes == null ? null : new ByteArrayInputStream(bytes);
            }
        };
    }

    @Override
    public void close() throws IOException {
        for (FileSystem one : opened) {
            one.close();
        }
    }
}
