package io.github.tlsleak.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of one page in a real browser, used as a reader uses it. Its tests run in turn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    @TempDir protected static Path dir;

    /** The page, opened anew for each test. */
    protected BrowserPage page;

    /** Where the page was written. */
    protected Path file;

    private Chromium chromium;

    /** What is not tested without a browser. */
    protected abstract String subject();

    /** Writes the page into a directory. */
    protected abstract Path write(Path directory) throws IOException;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Chromium.PROGRAM),
                subject() + " is not tested: no /usr/bin/chromium; apt-get install chromium");
        file = write(dir);
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        page = chromium.page().size(1280, 900).scheme("light").open(file);
    }

    /** After every use of the page: no error, no violation of the content policy, no request. */
    @AfterEach
    void isQuiet() {
        if (page != null) {
            assertThat(page.problems()).isEmpty();
            assertThat(page.requests()).isEmpty();
            page.close();
        }
    }
}
