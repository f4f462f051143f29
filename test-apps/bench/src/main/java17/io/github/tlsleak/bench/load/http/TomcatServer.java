package io.github.tlsleak.bench.load.http;

import io.github.tlsleak.apps.support.Keys;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** Tomcat with its NIO connector. It speaks HTTP/1.1 and HTTP/2. */
final class TomcatServer implements LoopbackServer {
    private static final String NEVER = "-1";

    @Override
    public int start(String protocol) throws Exception {
        Path directory = Files.createTempDirectory("tlsleak-bench-tomcat");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(directory.toString());
        Connector connector = connector(protocol.equals("h2"));
        tomcat.getService().addConnector(connector);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "ok", new Ok());
        context.addServletMappingDecoded("/", "ok");
        tomcat.start();
        return connector.getLocalPort();
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connector connector(boolean http2) {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("SSLEnabled", "true");
        connector.setProperty("keepAliveTimeout", NEVER);
        connector.setProperty("connectionTimeout", NEVER);
        connector.setProperty("maxKeepAliveRequests", NEVER);
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(Keys.store());
        certificate.setCertificateKeystorePassword(Keys.PASSWORD);
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        if (http2) {
            Http2Protocol upgrade = new Http2Protocol();
            upgrade.setKeepAliveTimeout(-1);
            upgrade.setReadTimeout(-1);
            connector.addUpgradeProtocol(upgrade);
        }
        return connector;
    }

    /** Answers every request. */
    private static final class Ok extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentLength(2);
            response.getOutputStream().write(new byte[] {'O', 'K'});
        }
    }
}
