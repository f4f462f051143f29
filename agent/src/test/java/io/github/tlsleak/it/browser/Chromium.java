package io.github.tlsleak.it.browser;

import io.github.tlsleak.it.harness.Forked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A headless Chromium with a profile of its own, as Debian packages it. */
public final class Chromium implements AutoCloseable {

    public static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final int TRIES = 600;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Path profile;
    private final Forked process;
    private final String address;
    private final DevTools browser;

    private Chromium(Path profile) throws IOException, InterruptedException {
        this.profile = profile;
        List<String> command =
                List.of(
                        PROGRAM.toString(),
                        "--headless=new",
                        // the sandbox does not work for root, and the pages are our own
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank");
        process = Forked.start(new ProcessBuilder(command));
        List<String> lines = awaitAddress();
        address = "ws://127.0.0.1:" + lines.get(0);
        browser = DevTools.at(address + lines.get(1));
    }

    public static Chromium start() throws IOException, InterruptedException {
        return new Chromium(Files.createTempDirectory("tlsleak-chromium"));
    }

    /** The port and path of the browser. */
    private List<String> awaitAddress() throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                return lines;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Chromium does not come up" + process.everything());
    }

    /** A new empty page. */
    public BrowserPage page() {
        String id =
                browser.send("Target.createTarget", "url", "about:blank").get("targetId").asText();
        return new BrowserPage(DevTools.at(address + "/devtools/page/" + id));
    }

    /** Asks the browser to end, so that its child processes end too. Removes the profile. */
    @Override
    public void close() throws IOException, InterruptedException {
        browser.send("Browser.close");
        browser.close();
        process.exitCode(DEADLINE);
        process.close();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
