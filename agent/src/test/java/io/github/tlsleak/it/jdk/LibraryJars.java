package io.github.tlsleak.it.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jars of the libraries that the test programs use, by directory. Used by one thread. */
final class LibraryJars {

    private static final List<String> DIRECTORIES =
            List.of("libraries", "providers", "misuse", "bugs", "agents");

    private final Map<Path, List<Path>> byDirectory = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    private LibraryJars() {}

    static LibraryJars all() throws IOException {
        LibraryJars jars = new LibraryJars();
        for (String name : DIRECTORIES) {
            Path module = Path.of(System.getProperty("tlsleak.apps")).resolve(name);
            if (Files.isDirectory(module)) {
                jars.add(module);
            }
        }
        return jars;
    }

    private void add(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> file.toString().contains("/target/"))
                    // the jar of the test programs themselves
                    .filter(file -> !file.getParent().endsWith("target"))
                    .sorted()
                    .forEach(
                            file ->
                                    byDirectory
                                            .computeIfAbsent(
                                                    file.getParent(), any -> new ArrayList<>())
                                            .add(file));
        }
    }

    boolean isEmpty() {
        return byDirectory.isEmpty();
    }

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        byDirectory.forEach((directory, jars) -> groups.add(new Group(directory, jars)));
        return groups;
    }

    /** The jars of one directory, which belong together. */
    final class Group {

        private final Path directory;
        private final List<Path> jars;

        private Group(Path directory, List<Path> jars) {
            this.directory = directory;
            this.jars = jars;
        }

        String name() {
            return Path.of(System.getProperty("tlsleak.apps")).relativize(directory).toString();
        }

        List<Path> jars() {
            return jars;
        }

        /** Weaves the classes of those jars that were in no earlier directory. */
        WovenClasses woven(Path zip, int step) throws IOException {
            try (URLClassLoader resources = new URLClassLoader(urls(), null);
                    WovenClasses woven = new WovenClasses(zip)) {
                Set<String> names = new HashSet<>();
                int at = 0;
                for (Path jar : jars) {
                    if (seen.add(jar.getFileName().toString())) {
                        at = add(jar, names, at, step, woven, resources);
                    }
                }
                return woven;
            }
        }

        private URL[] urls() throws MalformedURLException {
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return urls;
        }
    }

    private static int add(
            Path jar, Set<String> names, int from, int step, WovenClasses to, ClassLoader resources)
            throws IOException {
        int at = from;
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                String name = entry.getName().replaceFirst("\\.class$", "");
                boolean isClass =
                        name.length() < entry.getName().length()
                                && !name.startsWith("META-INF/")
                                && !name.endsWith("module-info");
                if (isClass && at++ % step == 0 && names.add(name)) {
                    try (InputStream in = file.getInputStream(entry)) {
                        to.add(name, in.readAllBytes(), resources);
                    }
                }
            }
        }
        return at;
    }
}
