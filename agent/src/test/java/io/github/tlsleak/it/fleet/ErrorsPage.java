package io.github.tlsleak.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stands in for an exporter over a JVM in which tlsleak had errors of its own, as no healthy one
 * has any. It shows the lines of that metric as a real exporter writes them, with another number.
 * Thread-safe.
 */
final class ErrorsPage implements AutoCloseable {

    private static final String METRIC = "tlsleak_agent_errors_total";
    private static final Pattern NONE = Pattern.compile("(?m)^" + METRIC + " 0\\.0$");

    private final HttpServer server;

    /**
     * Starts it.
     *
     * @param page of a real exporter
     * @param errors the number to show
     */
    ErrorsPage(String page, int errors) throws IOException {
        String lines =
                page.lines()
                        .filter(line -> line.matches("(# \\w+ )?" + METRIC + "\\b.*"))
                        .collect(Collectors.joining("\n", "", "\n"));
        Matcher none = NONE.matcher(lines);
        assertThat(none.find()).as(lines).isTrue();
        byte[] text =
                none.replaceAll(METRIC + " " + errors + ".0").getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/metrics",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
                    exchange.sendResponseHeaders(200, text.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(text);
                    }
                });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
