package io.github.tlsleak.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A headless Chromium with a profile of its own, as Debian packages it. */
final class Chromium implements AutoCloseable {

    static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final int TRIES = 600;

    private final Path profile;
    private final Forked process;
    private final String address;

    private Chromium(Path profile) throws IOException, InterruptedException {
        this.profile = profile;
        List<String> command =
                List.of(
                        PROGRAM.toString(),
                        "--headless=new",
                        // its sandbox does not work for root, and the pages are our own
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
        address = awaitAddress();
    }

    static Chromium start() throws IOException, InterruptedException {
        return new Chromium(Files.createTempDirectory("tlsleak-chromium"));
    }

    private String awaitAddress() throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                return "ws://127.0.0.1:" + lines.get(0);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Chromium does not come up" + process.everything());
    }

    /** A new empty page. */
    BrowserPage page() throws IOException {
        String port = address.substring(address.lastIndexOf(':'));
        String browser = Files.readAllLines(profile.resolve("DevToolsActivePort")).get(1);
        try (DevTools tools = DevTools.at("ws://127.0.0.1" + port + browser)) {
            String id =
                    tools.send("Target.createTarget", "url", "about:blank")
                            .get("targetId")
                            .asText();
            return new BrowserPage(DevTools.at(address + "/devtools/page/" + id));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.close();
        Thread.sleep(200);
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
