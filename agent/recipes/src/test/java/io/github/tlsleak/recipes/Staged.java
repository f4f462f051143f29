package io.github.tlsleak.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * An artifact in the directory to which the build has deployed all that is published.
 *
 * @param name of the artifact
 */
record Staged(String name) {

    /** The repository: a directory. */
    static final Path REPOSITORY = Path.of("../../target/staging").toAbsolutePath().normalize();

    /** Its newest file with an ending, such as {@code -sources.jar}. */
    Path file(String ending) throws IOException {
        Path directory =
                REPOSITORY
                        .resolve("io/github/tlsleak/" + name)
                        .resolve(System.getProperty("tlsleak.version"));
        String version = System.getProperty("tlsleak.version").replace("-SNAPSHOT", "");
        Pattern file =
                Pattern.compile(name + "-" + version + "(-[0-9.-]+)?" + Pattern.quote(ending));
        TreeSet<Path> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(each -> file.matcher(each.getFileName().toString()).matches())
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new AssertionError("nothing like " + file + " in " + directory);
        }
        return found.last();
    }

    /** Names of the entries of a jar. */
    List<String> entries(String ending) throws IOException {
        try (JarFile jar = new JarFile(file(ending).toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    /** The libraries that the jar's notice lists: name as it is published and version. */
    List<String> libraries() throws IOException {
        String notice;
        try (JarFile jar = new JarFile(file(".jar").toFile())) {
            notice = new String(jar.getInputStream(jar.getEntry("META-INF/NOTICE")).readAllBytes());
        }
        Pattern from = Pattern.compile("(?m)^\\S.*? +([0-9]+(?:\\.[0-9]+)+) +\\S+ +(.*)$");
        Matcher row = from.matcher(notice.split("Notices of these libraries")[0]);
        List<String> libraries = new ArrayList<>();
        while (row.find()) {
            for (String each : row.group(2).replaceAll(" \\(.*\\)", "").split(", ")) {
                libraries.add(each.replaceFirst("npm |.*:", "") + " " + row.group(1));
            }
        }
        return libraries;
    }
}
