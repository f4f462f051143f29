package io.github.tlsleak.it;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes a picture of an HTML report, its first site opened: the README's is made with {@code
 * Screenshot report.html docs/report.png}. Width and height may follow, in pixels.
 */
public final class Screenshot {

    private static final int SETTLE_MILLIS = 500;

    private Screenshot() {}

    /** Needs Chromium, as {@link HtmlReportIT} does. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int width = args.length > 2 ? Integer.parseInt(args[2]) : 1280;
        int height = args.length > 3 ? Integer.parseInt(args[3]) : 1500;
        try (Chromium chromium = Chromium.start();
                BrowserPage page = chromium.page()) {
            page.scheme("light").size(width, height).open(Path.of(args[0]));
            if (page.count(".expand") > 0) {
                page.click(".expand");
            }
            page.eval("document.activeElement.blur(); scrollTo(0, 0)");
            Thread.sleep(SETTLE_MILLIS);
            page.screenshot(Path.of(args[1]));
        }
    }
}
