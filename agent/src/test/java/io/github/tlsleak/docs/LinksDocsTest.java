package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every link of the pages leads somewhere, and the first page is short. */
class LinksDocsTest {

    private static final int MOST_WORDS = 1_500;

    @Test
    void everyLinkLeadsToAFileAndItsHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Page page : Page.all()) {
            for (String link : page.links()) {
                if (!link.matches("[a-z]+:.*")) {
                    links++;
                    if (!leadsSomewhere(page, link)) {
                        broken.add(page.name() + ": " + link);
                    }
                }
            }
        }
        assertThat(links).isGreaterThan(50);
        assertThat(broken).as("links to a file or heading that is not there").isEmpty();
    }

    private static boolean leadsSomewhere(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path target =
                parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        String name = Page.root().relativize(target).toString();
        return parts.length == 1 || Page.of(name).anchors().contains(parts[1]);
    }

    @Test
    void everyPageOfTheDocumentsIsLinkedFromAnother() throws IOException {
        List<Path> linked = new ArrayList<>();
        for (Page page : Page.all()) {
            for (String link : page.links()) {
                linked.add(page.file().resolveSibling(link.replaceFirst("#.*", "")).normalize());
            }
        }
        List<Path> pages = Page.all().stream().map(Page::file).toList();
        assertThat(linked).containsAll(pages.subList(1, pages.size()));
    }

    @Test
    void theFirstPageIsShort() {
        String[] words = Page.of("README.md").text().trim().split("\\s+");
        assertThat(words.length).as("words of README.md").isLessThanOrEqualTo(MOST_WORDS);
    }
}
