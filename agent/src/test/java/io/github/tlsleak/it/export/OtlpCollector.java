package io.github.tlsleak.it.export;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A collector in the JVM of the test: keeps what it gets. Thread-safe. */
final class OtlpCollector implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<ExportLogsServiceRequest> logs = new CopyOnWriteArrayList<>();
    private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();

    /** How a collector answers. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    OtlpCollector(SSLContext tls, Answer answer) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            server = HttpServer.create(any, 0);
        } else {
            HttpsServer secure = HttpsServer.create(any, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = secure;
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, answer));
        server.start();
    }

    /** One that accepts everything. */
    static OtlpCollector good(SSLContext tls) throws IOException {
        return new OtlpCollector(tls, exchange -> exchange.sendResponseHeaders(200, -1));
    }

    private void handle(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestURI().getPath()) {
                case "/v1/logs" -> logs.add(ExportLogsServiceRequest.parseFrom(body));
                case "/v1/metrics" -> metrics.add(ExportMetricsServiceRequest.parseFrom(body));
                default -> problems.add("path " + exchange.getRequestURI());
            }
            answer.to(exchange);
        } catch (IOException e) {
            problems.add(e.toString());
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<String> problems() {
        return problems;
    }

    /** How many requests came. */
    int requests() {
        return logs.size() + metrics.size();
    }

    /**
     * All log records, in the order in which they came. A request whose answer was missed comes
     * again with the same ones: they count once.
     */
    List<LogRecord> records() {
        return logs.stream()
                .flatMap(request -> request.getResourceLogsList().stream())
                .flatMap(resource -> resource.getScopeLogsList().stream())
                .flatMap(scope -> scope.getLogRecordsList().stream())
                .distinct()
                .toList();
    }

    /** The resource of the last metrics. */
    Map<String, String> resource() {
        Resource resource = last().getResourceMetrics(0).getResource();
        return attributes(resource.getAttributesList());
    }

    /** The last value of each metric with one number. */
    Map<String, Long> numbers() {
        Map<String, Long> numbers = new HashMap<>();
        for (Metric metric : lastMetrics()) {
            if (!metric.getName().equals("tlsleak.findings")) {
                numbers.put(metric.getName(), points(metric).get(0).getAsInt());
            }
        }
        return numbers;
    }

    /** The last findings by their attributes. */
    Map<Map<String, String>, Long> findings() {
        Map<Map<String, String>, Long> findings = new HashMap<>();
        for (Metric metric : lastMetrics()) {
            if (metric.getName().equals("tlsleak.findings")) {
                for (NumberDataPoint point : points(metric)) {
                    findings.put(attributes(point.getAttributesList()), point.getAsInt());
                }
            }
        }
        return findings;
    }

    private List<Metric> lastMetrics() {
        return metrics.isEmpty()
                ? List.of()
                : last().getResourceMetrics(0).getScopeMetrics(0).getMetricsList();
    }

    private ExportMetricsServiceRequest last() {
        return metrics.get(metrics.size() - 1);
    }

    private static List<NumberDataPoint> points(Metric metric) {
        return metric.hasSum()
                ? metric.getSum().getDataPointsList()
                : metric.getGauge().getDataPointsList();
    }

    static Map<String, String> attributes(List<KeyValue> list) {
        Map<String, String> attributes = new HashMap<>();
        for (KeyValue one : list) {
            AnyValue value = one.getValue();
            attributes.put(
                    one.getKey(),
                    value.hasIntValue()
                            ? String.valueOf(value.getIntValue())
                            : value.getStringValue());
        }
        return attributes;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
