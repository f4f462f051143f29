package io.github.tlsleak.cli.report.format.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlPartsTest {

    /** No script holds text that ends it, or that makes a browser look for another end. */
    @ParameterizedTest
    @EnumSource
    void nothingEndsAnElementEarly(HtmlPage page) throws IOException {
        HtmlParts parts = new HtmlParts(page);
        for (String name : List.of("script", "libraries", "style")) {
            assertThat(parts.named(name))
                    .doesNotContainIgnoringCase("</script")
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContainIgnoringCase("</style")
                    .doesNotContain("<!--");
        }
        assertThat(parts.named("script")).isNotEmpty();
        assertThat(parts.named("style")).isNotEmpty();
        assertThat(parts.named("libraries").isEmpty()).isEqualTo(page == HtmlPage.HEAP);
    }

    @Test
    void anUnknownPartIsAnError() throws IOException {
        HtmlParts parts = new HtmlParts(HtmlPage.REPORT);
        assertThatThrownBy(() -> parts.named("x")).hasMessage("the page has no part x");
    }

    /** The libraries are as published: nobody has changed them here. */
    @Test
    void librariesAreThoseOfTheirList()
            throws IOException, NoSuchAlgorithmException, URISyntaxException {
        List<String[]> libraries = HtmlParts.libraries();
        for (String[] library : libraries) {
            assertThat(sha256("lib/" + library[2])).as(library[2]).isEqualTo(library[3]);
        }
        String[] there = new File(HtmlParts.class.getResource("lib").toURI()).list();
        assertThat(Stream.of(there).filter(name -> name.endsWith(".js")))
                .containsExactlyInAnyOrderElementsOf(libraries.stream().map(l -> l[2]).toList());
    }

    @Test
    void licencesGoWithEveryCopy() throws IOException {
        String text = new HtmlParts(HtmlPage.REPORT).named("libraries");
        assertThat(text)
                .contains("d3-flame-graph 5.0.0 (Apache-2.0)\n")
                .contains("Permission to use, copy, modify, and/or distribute this software")
                .contains("* Redistributions in binary form must reproduce the above copyright");
    }

    @ParameterizedTest
    @CsvSource({"'', REPORT", "views/, REPORT", "heap/, HEAP"})
    void everyFileIsInItsPage(String folder, HtmlPage page) throws IOException, URISyntaxException {
        HtmlParts parts = new HtmlParts(page);
        String all = parts.named("script") + parts.named("style");
        String[] there = new File(HtmlParts.class.getResource("./" + folder).toURI()).list();
        for (String name : there) {
            if (name.endsWith(".js") || name.endsWith(".css")) {
                assertThat(all).as(name).contains(HtmlFile.text(folder + name));
            }
        }
    }

    private static String sha256(String resource) throws IOException, NoSuchAlgorithmException {
        try (InputStream in = HtmlParts.class.getResourceAsStream(resource)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest);
        }
    }
}
