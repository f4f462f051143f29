package io.github.tlsleak.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a transformer may use is initialised before it is asked. */
class NeededClassesTest {

    private static final String PACKAGE = "io.github.tlsleak.agent.instrument.";

    @Test
    void eachClassIsInitialisedUnlessItIsForWeaving() throws IOException, URISyntaxException {
        List<String> classes = classes(PACKAGE);
        assertThat(classes).contains(LazyTransformer.class.getName()).hasSizeGreaterThan(50);
        classes.removeIf(name -> name.startsWith(PACKAGE + "weave."));
        classes.removeIf(name -> Arrays.stream(NeededClasses.NEEDED).anyMatch(name::startsWith));
        assertThat(classes).isEmpty();
    }

    /** The thread that loads the first class of JSSE waits until these are initialised. */
    @Test
    void noneLoadsAClassThatAThreadMayBeLoading() throws Exception {
        try (Asked asked = new Asked(root())) {
            int initialised = 0;
            for (String name : classes("io.github.tlsleak.")) {
                if (Arrays.stream(NeededClasses.NEEDED).anyMatch(name::startsWith)) {
                    Class.forName(name, true, asked);
                    initialised++;
                }
            }
            assertThat(initialised).isGreaterThan(150);
            assertThat(asked.names).contains("javax.net.ssl.TlsLeakHooks");
            assertThat(asked.names).noneMatch(name -> JdkClasses.showsTls(name.replace('.', '/')));
        }
    }

    /** The agent's classes once more; knows which ones the JVM asks for. */
    private static final class Asked extends URLClassLoader {

        private final Set<String> names = new TreeSet<>();

        private Asked(Path root) throws MalformedURLException {
            super(new URL[] {root.toUri().toURL()}, NeededClassesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            names.add(name);
            if (!name.startsWith("io.github.tlsleak.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }

    private static Path root() throws URISyntaxException {
        return Path.of(
                LazyTransformer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> classes(String prefix) throws IOException, URISyntaxException {
        Path root = root();
        try (Stream<Path> files = Files.walk(root.resolve(prefix.replace('.', '/')))) {
            return new ArrayList<>(
                    files.map(root::relativize)
                            .map(file -> file.toString().replace('/', '.'))
                            .filter(name -> name.endsWith(".class"))
                            .filter(name -> !name.endsWith("package-info.class"))
                            .map(name -> name.substring(0, name.length() - ".class".length()))
                            .toList());
        }
    }
}
