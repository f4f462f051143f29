package io.github.tlsleak.it.browser;

import io.github.tlsleak.cli.InThisJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the HTML report of 10 000 sites takes in a browser: from the start of the navigation to
 * the first screen and to the end of the script, and from a choice to the frame that shows it.
 * Prints milliseconds and judges nothing. Needs Chromium. Used by one thread.
 */
public final class PageBenchmark {

    private static final int ROUNDS = 9;
    private static final int READING_MILLIS = 2_000;

    /** Fragments of the address, each taken after the one before it is drawn. */
    private static final List<String> CHOICES =
            List.of(
                    "severity=defect",
                    "severity=defect&host=node-3",
                    "program=com.acme.App2",
                    "verdict=LOST",
                    "q=order12.call",
                    "q=order",
                    "q=nothing%20has%20this",
                    "owner=application");

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private PageBenchmark() {}

    /** The directory to work in. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (!Files.isExecutable(Chromium.PROGRAM)) {
            System.out.println("HTML report in a browser: not measured, no " + Chromium.PROGRAM);
            return;
        }
        Path work = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        Path html = work.resolve("many.html");
        Path files = TenThousandSites.write(work.resolve("many"));
        InThisJvm.report(List.of(files), "--out", html.toString());
        System.out.printf(
                "HTML report of %,d sites of %d JVMs, %d MB: milliseconds of %d rounds%n",
                TenThousandSites.SITES,
                TenThousandSites.JVMS,
                Files.size(html) / 1_000_000,
                ROUNDS);
        new PageBenchmark().measure(html);
    }

    private void measure(Path html) throws IOException, InterruptedException {
        try (Chromium chromium = Chromium.start()) {
            for (int round = 0; round <= ROUNDS; round++) {
                try (BrowserPage page = chromium.page()) {
                    round(page.size(1400, 900), html);
                }
                if (round == 0) {
                    // it has warmed up the browser
                    figures.clear();
                }
            }
        }
        figures.forEach(PageBenchmark::print);
    }

    private void round(BrowserPage page, Path html) throws InterruptedException {
        page.open(html);
        page.await("performance.getEntriesByName('first-contentful-paint').length");
        add(
                "first screen painted",
                page.eval("performance.getEntriesByName('first-contentful-paint')[0].startTime")
                        .asDouble());
        add(
                "script ended",
                page.eval(
                                "performance.getEntriesByType('navigation')[0].domContentLoadedEventStart")
                        .asDouble());
        // a reader has read the first sentence before the first choice
        Thread.sleep(READING_MILLIS);
        for (String choice : CHOICES) {
            add("#" + choice, page.eval(drawn(choice)).asDouble());
        }
    }

    /** The page's own listener is called before this one. */
    private static String drawn(String choice) {
        return "new Promise(done => { const begin = performance.now();"
                + " addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(() =>"
                + " done(performance.now() - begin))), { once: true });"
                + " location.hash = '"
                + choice
                + "'; })";
    }

    private void add(String name, double millis) {
        figures.computeIfAbsent(name, any -> new ArrayList<>()).add(millis);
    }

    private static void print(String name, List<Double> values) {
        values.sort(null);
        double median = values.get(values.size() / 2);
        double least = values.get(0);
        double most = values.get(values.size() - 1);
        System.out.printf("  %-32s %5.0f (%.0f to %.0f)%n", name, median, least, most);
    }
}
