package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.frames.RealStacks.RealStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real stacks: the same cause has the same fingerprint, another cause another one. */
class RealStacksTest {

    private static final List<RealStack> STACKS = RealStacks.all();
    private static final Attribution ATTRIBUTION = new Attribution(List.of());
    private static final String PROGRAM = "io.github.tlsleak.apps.";

    /** Calls that make objects to throw them away, for their parameters: no sessions. */
    private static final List<String> THROW_AWAY =
            List.of(
                    "io.vertx.core.spi.tls.DefaultSslContextFactory.create",
                    "javax.net.ssl.SSLContext.getDefaultSSLParameters",
                    "javax.net.ssl.SSLContext.getSupportedSSLParameters");

    /**
     * Causes without a frame of the program: who makes the object, and a call that no other one has
     * on its stacks. By hand, from the sources of the libraries.
     */
    private static final Map<String, String> CAUSES = new LinkedHashMap<>();

    static {
        CAUSES.put("Jetty server", "org.eclipse.jetty.server.SslConnectionFactory.newConnection");
        CAUSES.put("Jetty client", "org.eclipse.jetty.io.ssl.SslClientConnectionFactory.newConn");
        CAUSES.put("Tomcat", "org.apache.tomcat.util.net.SecureNioChannel.processSNI");
        CAUSES.put("Undertow", "io.undertow.protocols.ssl.UndertowAcceptingSslChannel.accept");
        CAUSES.put("Vert.x client", "io.vertx.core.net.impl.SslChannelProvider.createClientSslH");
        CAUSES.put("Vert.x server", "io.vertx.core.net.impl.SslChannelProvider.createServerSslH");
        CAUSES.put("Reactor client", "reactor.netty.http.client.HttpClientConfig$HttpClientChan");
        CAUSES.put("Reactor server", "reactor.netty.http.server.HttpServerConfig$HttpServerChan");
        CAUSES.put("gRPC Netty client", "io.grpc.netty.ProtocolNegotiators$ClientTlsHandler");
        CAUSES.put("gRPC Netty server", "io.grpc.netty.ProtocolNegotiators$ServerTlsHandler");
        CAUSES.put("gRPC OkHttp client", "io.grpc.okhttp.OkHttpTlsUpgrader.upgrade");
        CAUSES.put("gRPC OkHttp server", "io.grpc.okhttp.TlsServerHandshakerSocketFactory.hand");
        CAUSES.put("java.net.http", "jdk.internal.net.http.AbstractAsyncSSLConnection.createEng");
        CAUSES.put("HttpServer", "sun.net.httpserver.SSLStreams.<init>");
        CAUSES.put("Apache 5 async", "org.apache.hc.core5.reactor.InternalDataChannel.startTls");
        CAUSES.put("UnboundID", "com.unboundid.ldap.sdk.ConnectThread.run");
        CAUSES.put("Paho", "org.eclipse.paho.client.mqttv3.internal.SSLNetworkModule.start");
        CAUSES.put("Java-WebSocket", "org.java_websocket.client.WebSocketClient.prepareSocket");
    }

    private static String fingerprint(RealStack stack) {
        return Fingerprint.ofSite(stack.resource(), ATTRIBUTION.path(stack.frames()), false);
    }

    private static boolean isAttributed(RealStack stack) {
        return ATTRIBUTION.of(stack.frames()).owner() != Owner.JDK;
    }

    @Test
    void thereAreMany() {
        assertThat(STACKS).hasSizeGreaterThan(500);
        assertThat(STACKS.stream().map(RealStack::jdk).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(8, 11, 17, 21, 25, 28);
    }

    @Test
    void theSameCodeOfTheProgramIsOneSiteOnEveryJdk() {
        Map<String, Map<String, RealStack>> names = new TreeMap<>();
        for (RealStack stack : STACKS) {
            if (!stack.ofProgram().isEmpty()) {
                names.computeIfAbsent(stack.resource() + stack.ofProgram(), code -> new HashMap<>())
                        .put(fingerprint(stack), stack);
            }
        }
        assertThat(names).hasSizeGreaterThan(40);
        assertThat(names).allSatisfy((code, sites) -> assertThat(sites).as(code).hasSize(1));
    }

    @Test
    void otherCodeOfTheProgramIsAnotherSite() {
        Map<String, Set<String>> code = new TreeMap<>();
        for (RealStack stack : STACKS) {
            if (!stack.ofProgram().isEmpty()) {
                String first = stack.ofProgram().get(0);
                code.computeIfAbsent(fingerprint(stack), site -> new TreeSet<>())
                        .add(stack.resource() + ' ' + first.substring(0, first.indexOf('(')));
            }
        }
        assertThat(code).hasSizeGreaterThan(40);
        assertThat(code).allSatisfy((site, methods) -> assertThat(methods).hasSize(1));
    }

    @Test
    void eachCauseWithinALibraryIsOneSite() {
        Map<String, String> causes = new HashMap<>();
        for (Map.Entry<String, String> cause : CAUSES.entrySet()) {
            Map<String, RealStack> sites = new HashMap<>();
            for (RealStack stack : STACKS) {
                boolean session = THROW_AWAY.stream().noneMatch(stack::has);
                if (session && stack.ofProgram().isEmpty() && stack.has(cause.getValue())) {
                    sites.put(fingerprint(stack), stack);
                }
            }
            assertThat(sites).as(cause.getKey()).hasSize(1);
            String site = sites.keySet().iterator().next();
            assertThat(causes.put(site, cause.getKey())).as(cause.getKey()).isNull();
        }
    }

    private void outlives(UnaryOperator<List<String>> edit) {
        for (RealStack stack : STACKS) {
            if (isAttributed(stack)) {
                RealStack edited = stack.with(edit.apply(stack.frames()));
                assertThat(fingerprint(edited))
                        .as("%s%s", stack, edited)
                        .isEqualTo(fingerprint(stack));
            }
        }
    }

    private static List<String> each(List<String> frames, UnaryOperator<String> edit) {
        return frames.stream().map(edit).toList();
    }

    @Test
    void itOutlivesEditsAbove() {
        Random random = new Random(1);
        outlives(frames -> each(frames, f -> f.replaceAll(":\\d+", ":" + random.nextInt(999))));
    }

    /** The cleaned frames of the stack that has other numbers of lambdas and anonymous classes. */
    @Test
    void itOutlivesMoreLambdasAndAnonymousClasses() {
        Random random = new Random(2);
        outlives(
                frames -> {
                    List<StackTraceElement> raw = new ArrayList<>();
                    for (String frame : frames) {
                        String call = frame.substring(0, frame.indexOf('('));
                        int dot = call.lastIndexOf('.');
                        String type = call.substring(0, dot);
                        String method = call.substring(dot + 1);
                        int number = random.nextInt(50);
                        raw.add(
                                new StackTraceElement(
                                        type.replaceAll("\\$\\d+$", "\\$" + number),
                                        method.startsWith("lambda$")
                                                ? method + '$' + number
                                                : method,
                                        "X.java",
                                        number));
                    }
                    return Frames.clean(raw.toArray(new StackTraceElement[0]));
                });
    }

    @Test
    void itOutlivesAnotherJdk() {
        outlives(
                frames ->
                        each(
                                frames,
                                f ->
                                        f.matches("(java|javax\\.net|sun|jdk)\\..*")
                                                ? "sun.security.ssl.OfAnotherRelease.x(X.java:1)"
                                                : f));
        outlives(frames -> frames.stream().filter(f -> !f.startsWith("java.")).toList());
    }

    @Test
    void itOutlivesALibraryInBetween() {
        Random random = new Random(3);
        String library = "org.springframework.aop.framework.Proxy.proceed(Proxy.java:1)";
        String engine = "org.junit.runners.ParentRunner.run(ParentRunner.java:413)";
        outlives(
                frames -> {
                    List<String> more = new ArrayList<>(frames);
                    int first = frames.indexOf(ATTRIBUTION.of(frames).headline()) + 1;
                    more.add(first + random.nextInt(frames.size() - first + 1), library);
                    more.add(engine);
                    return more;
                });
    }

    @Test
    void anotherMethodOfTheProgramIsAnotherSite() {
        for (RealStack stack : STACKS) {
            List<String> own = stack.ofProgram();
            for (String frame : own.subList(0, Math.min(4, own.size()))) {
                if (CallName.of(frame) == null || !once(stack, frame)) {
                    continue;
                }
                String other = frame.replaceFirst("\\.[^.(]*\\(", ".renamed(");
                RealStack edited =
                        stack.with(each(stack.frames(), f -> f.equals(frame) ? other : f));
                assertThat(fingerprint(edited)).as("%s", edited).isNotEqualTo(fingerprint(stack));
            }
        }
    }

    /** Whether no other frame of the stack counts for the same call. */
    private static boolean once(RealStack stack, String frame) {
        String call = CallName.of(frame);
        return stack.frames().stream().filter(f -> call.equals(CallName.of(f))).count() == 1;
    }
}
