package io.github.tlsleak.it.browser;

import io.github.tlsleak.cli.InThisJvm;
import io.github.tlsleak.it.fleet.week.FleetWeek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of the HTML report of a made fleet's week, for the README and the pages. Needs Chromium.
 * Used by one thread.
 */
public final class ReportPictures {

    private static final int WIDE = 1400;
    private static final int TALL = 1000;
    private static final int SETTLE_MILLIS = 700;

    private final BrowserPage page;
    private final Path docs;

    private ReportPictures(BrowserPage page, Path docs) {
        this.page = page;
        this.docs = docs;
    }

    /** The directory of the documents, and a directory to work in. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path docs = Path.of(args[0]).toAbsolutePath();
        Path work = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
        Files.createDirectories(docs.resolve("pictures"));
        Path week = FleetWeek.write(work.resolve("week"));
        Path before = FleetWeek.writeBefore(work.resolve("before"));
        Path html = work.resolve("fleet.html");
        InThisJvm.report(List.of(week), "--by", "service", "--out", html.toString());
        Path compared = work.resolve("compared.html");
        InThisJvm.report(
                List.of(week), "--against", before.toString(), "--out", compared.toString());
        try (Chromium chromium = Chromium.start();
                BrowserPage page = chromium.page()) {
            new ReportPictures(page, docs).all(html, compared);
        }
    }

    private void all(Path html, Path compared) throws IOException, InterruptedException {
        page.scheme("light").size(WIDE, TALL).open(html);
        take("report.png");
        page.scheme("dark").open(html);
        take("pictures/report-dark.png");
        page.scheme("light").size(WIDE, 560).open(compared);
        String site = page.eval("document.querySelector('#worst a').hash.slice(1)").asText();
        page.eval("location.hash = 'severity=leak&host=node-1&" + site + "'");
        page.await("document.querySelector('.details') !== null");
        page.eval("document.querySelector('.site').scrollIntoView(); scrollBy(0, -120)");
        take("pictures/report-site.png");
        page.size(390, 844).open(html);
        take("pictures/report-narrow.png");
        page.size(WIDE, 760).open(compared);
        page.eval("document.getElementById('against').scrollIntoView()");
        take("pictures/report-compared.png");
    }

    /** A part of the page, without the focus that a reader would see. */
    private void take(String name) throws IOException, InterruptedException {
        page.eval("document.activeElement.blur()");
        Thread.sleep(SETTLE_MILLIS);
        page.screenshot(docs.resolve(name));
    }
}
