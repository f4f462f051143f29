package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The classes that the contributors' pages name are there, in the packages they are said to be in.
 */
class NamesDocsTest {

    /**
     * {@code track.Session}, {@code Site}, {@code FilePattern.of()}: a name with lower case in it.
     */
    private static final Pattern CLASS =
            Pattern.compile(
                    "`((?:[a-z0-9]+\\.)*[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.[a-z]\\w*)?(?:\\(\\))?`");

    private static final List<String> JDK =
            List.of(
                    "",
                    "java.io.",
                    "java.lang.",
                    "java.lang.ref.",
                    "java.lang.ref.Cleaner$",
                    "java.net.",
                    "java.nio.channels.",
                    "java.util.",
                    "java.util.concurrent.",
                    "java.util.zip.",
                    "javax.management.",
                    "javax.net.ssl.",
                    "jdk.jfr.",
                    "sun.nio.ch.",
                    "sun.security.ssl.");

    /** Classes of TLS providers, and names of other things. */
    private static final Set<String> OTHERS =
            Set.of(
                    "ConscryptEngine",
                    "OpenSSLEngine",
                    "ProvSSLEngine",
                    "ParallelGC",
                    "ReferenceCountedOpenSslEngine");

    private static final List<String> MODULES =
            List.of(
                    "agent/src",
                    "agent/junit/src",
                    "agent/maven-plugin/src",
                    "agent/recipes/src",
                    "test-apps");

    @Test
    void everyClassIsThere() throws IOException {
        Set<String> sources = sources();
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (Page page : Page.all()) {
            Matcher name = CLASS.matcher(isForContributors(page) ? prose(page) : "");
            while (name.find()) {
                found++;
                if (!isThere(name.group(1), sources)) {
                    missing.add(page.name() + ": " + name.group(1));
                }
            }
        }
        assertThat(found).isGreaterThan(100);
        assertThat(missing).as("classes that pages name and no source file holds").isEmpty();
    }

    private static boolean isForContributors(Page page) {
        return page.name().startsWith("agent/docs/design/")
                || page.name().equals("agent/docs/testing.md")
                || page.name().endsWith("/README.md");
    }

    private static String prose(Page page) {
        return String.join("\n", page.lines());
    }

    private static boolean isThere(String name, Set<String> sources) {
        return OTHERS.contains(name)
                || sources.stream().anyMatch(source -> source.endsWith("." + name))
                || JDK.stream().anyMatch(prefix -> isOfTheJdk(prefix + name));
    }

    private static boolean isOfTheJdk(String name) {
        try {
            Class.forName(name, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** All source files of the project as names with dots, whatever source tree they are in. */
    private static Set<String> sources() throws IOException {
        Set<String> sources = new HashSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Page.root().resolve(module))) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".java"))
                        .map(file -> file.replace(".java", "").replace(File.separatorChar, '.'))
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
