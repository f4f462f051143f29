package io.github.tlsleak.apps.heap;

import io.github.tlsleak.apps.heap.old.sun.security.ssl.SSLEngineImpl;
import io.github.tlsleak.apps.heap.old.sun.security.ssl.SSLSocketImpl;
import io.github.tlsleak.apps.wrap.DelegatingEngine;
import io.github.tlsleak.apps.wrap.DelegatingSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sockets and engines that no provider makes here: of other releases, of nobody, and wrappers. */
public final class TlsSamples {

    static final Map<String, Object> HELD = new LinkedHashMap<>();

    private TlsSamples() {}

    public static void main(String[] args) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        HELD.put("context", context);
        old();
        moved();
        wrappers(context);
        tlsOverTls(context);
        HeapDumper.live(args[0]);
    }

    private static void old() {
        for (int state = 0; state <= 7; state++) {
            HELD.put("old socket " + state, new SSLSocketImpl(state, null));
        }
        HELD.put("old socket broken", new SSLSocketImpl(6, new SSLException("handshake_failure")));
        for (int state : new int[] {0, 1, 2, 3, 4, 6}) {
            HELD.put("old engine " + state, new SSLEngineImpl(state, false, false, 0));
        }
        HELD.put("old engine read close_notify", new SSLEngineImpl(6, true, true, 1));
        HELD.put("old engine answered close_notify", new SSLEngineImpl(6, true, true, 0));
        HELD.put("old engine closed inbound", new SSLEngineImpl(6, false, true, 0));
    }

    private static void moved() {
        HELD.put(
                "moved engine",
                new io.github.tlsleak.apps.heap.moved.sun.security.ssl.SSLEngineImpl());
        HELD.put(
                "moved socket",
                new io.github.tlsleak.apps.heap.moved.sun.security.ssl.SSLSocketImpl());
    }

    private static void tlsOverTls(SSLContext context) throws Exception {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        SSLSocketFactory factory = context.getSocketFactory();
        Socket below = factory.createSocket(server.getInetAddress(), server.getLocalPort());
        HELD.put("to the proxy", below);
        HELD.put("through the proxy", factory.createSocket(below, "behind.example.org", 443, true));
    }

    private static void wrappers(SSLContext context) throws Exception {
        HELD.put("of nobody", new DelegatingSocket(null));
        HELD.put("engine of nobody", new DelegatingEngine(null));
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
        HELD.put("wrapped socket", socket);
        HELD.put("wrapper of a socket", new DelegatingSocket(new DelegatingSocket(socket)));
        SSLEngine engine = context.createSSLEngine("wrapped.example.org", 443);
        engine.setUseClientMode(true);
        HELD.put("wrapper of an engine", new DelegatingEngine(engine));
        HELD.put("wrapper of two", new Two(engine, context.createSSLEngine()));
    }

    /** Which of them does the work is not known. */
    private static final class Two extends DelegatingEngine {
        final SSLEngine second;

        Two(SSLEngine first, SSLEngine second) {
            super(first);
            this.second = second;
        }
    }
}
