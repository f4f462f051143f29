package io.github.tlsleak.cli.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class TargetRootTest {

    @TempDir Path dir;

    private TargetRoot root;

    @BeforeEach
    void tree() throws IOException {
        Files.createDirectories(dir.resolve("var/tmp/deep"));
        root = new TargetRoot(dir);
    }

    private void link(String name, String to) throws IOException {
        Files.createSymbolicLink(dir.resolve(name), Path.of(to));
    }

    /** The kernel would follow these links to directories of this process. */
    @ParameterizedTest
    @CsvSource({
        "/tmp, /var/tmp, /tmp/x, /var/tmp/x",
        "/tmp, var/tmp, /tmp/x, /var/tmp/x",
        "/var/out, ../../../../../etc, /var/out/x, /etc/x",
        "/var/up, .., /var/up/etc, /etc",
        "/var/tmp/deep/l, ../../../etc, /var/tmp/deep/l/passwd, /etc/passwd",
    })
    void linksStayInside(String link, String to, String name, String leads) throws IOException {
        link(link.substring(1), to);
        assertThat(root.outer(name)).isEqualTo(dir.resolve(leads.substring(1)));
        assertThat(root.inner(root.outer(name))).isEqualTo(leads);
    }

    @Test
    void namesWithDots() throws IOException {
        assertThat(root.outer("/../var/./tmp//x")).isEqualTo(dir.resolve("var/tmp/x"));
    }

    @Test
    void aCircle() throws IOException {
        link("a", "/b");
        link("b", "/a");
        assertThatIOException().isThrownBy(() -> root.outer("/a/x")).withMessageContaining("links");
    }
}
