package io.github.tlsleak.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Makes up the report of a shop whose every client leaks, called through Spring and Tomcat. */
final class ManySites {

    private static final List<String> JSSE =
            List.of(
                    "javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)",
                    "sun.security.ssl.BaseSSLSocketImpl.<init>(BaseSSLSocketImpl.java:61)",
                    "sun.security.ssl.SSLSocketFactoryImpl.createSocket(SSLSocketFactoryImpl.java:88)");
    private static final String OKHTTP =
            "okhttp3.internal.connection.RealConnection.connectTls(RealConnection.kt:379)";
    private static final String SPRING =
            "org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:1089)";
    private static final String TOMCAT =
            "org.apache.catalina.core.ApplicationFilterChain.doFilter(ApplicationFilterChain.java:206)";

    private ManySites() {}

    /** Writes a report of so many sites, the first with the most findings. */
    static Path write(Path file, int sites) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int jvm = 0; jvm < 4; jvm++) {
            lines.append(
                    ("{\"type\":\"meta\",\"schema\":1,\"run\":\"r%d\",\"pid\":%d,\"host\":\"web-%d\","
                                    + "\"main\":\"com.acme.shop.Shop\",\"jvm\":\"OpenJDK 64-Bit Server VM\","
                                    + "\"java\":\"21.0.4+7\",\"started\":\"2026-11-22T10:00:00Z\"}\n")
                            .formatted(jvm, 700 + jvm, jvm));
        }
        for (int site = 0; site < sites; site++) {
            site(site, lines);
        }
        Files.createDirectories(file.getParent());
        return Files.writeString(file, lines);
    }

    private static void site(int site, StringBuilder lines) {
        String name = "%016x".formatted((site + 1) * 0x9e3779b97f4a7c15L);
        String frame =
                "com.acme.shop.orders.Client%d.call(Client%d.java:%d)"
                        .formatted(site, site, site + 9);
        List<String> stack = new ArrayList<>(JSSE);
        stack.addAll(Collections.nCopies(2 * (site % 2), OKHTTP));
        stack.add(frame);
        stack.add("com.acme.shop.orders.Orders.place(Orders.java:40)");
        stack.addAll(Collections.nCopies(18, SPRING));
        stack.add("com.acme.shop.web.OrderController.orders(OrderController.java:20)");
        stack.addAll(Collections.nCopies(9, TOMCAT));
        String frames = stack.stream().collect(Collectors.joining("\",\""));
        String run = "\"site\":\"%s\",\"run\":\"r%d\"".formatted(name, site % 4);
        lines.append(
                ("{\"type\":\"site\",%s,\"resource\":\"SSLSocket\",\"frame\":\"%s\","
                                + "\"owner\":\"application\",\"stack\":[\"%s\"]}\n")
                        .formatted(run, frame, frames));
        for (int i = 0; i <= 40 / (site + 1); i++) {
            lines.append(
                    ("{\"type\":\"leak\",%s,\"verdict\":\"%s\",\"severity\":\"leak\","
                                    + "\"resource\":\"SSLSocket\",\"time\":\"2026-11-22T%d:%d0:00.500Z\","
                                    + "\"peerHost\":\"db-%d.example.com\",\"peerPort\":5432,"
                                    + "\"thread\":\"http-nio-8443-exec-%d\",\"lifetimeMillis\":%d}\n")
                            .formatted(
                                    run,
                                    site % 3 == 2 ? "RESCUED" : "LOST",
                                    10 + i / 6 % 12,
                                    i % 6,
                                    i % 8,
                                    i % 30,
                                    1000 + 700 * i));
        }
    }
}
