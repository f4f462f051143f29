package io.github.tlsleak.apps.providers.own;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.net.ssl.SSLSession;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsProtocol;

/** The client's or the server's part in a connection, and the state that both have. */
abstract class OwnRole {

    /** Called when the protocol ends the connection by itself. */
    interface End {
        void run() throws IOException;
    }

    private String version = "TLSv1.3";
    private volatile boolean complete;

    /** For an engine: starts the handshake. The caller takes the bytes to send. */
    abstract TlsProtocol start() throws IOException;

    /** For a socket: makes the whole handshake. */
    abstract TlsProtocol start(InputStream in, OutputStream out, End end) throws IOException;

    abstract boolean isClient();

    /** The only version of TLS. */
    void restrict(String[] protocols) {
        version = protocols[0];
    }

    ProtocolVersion[] versions() {
        return (version.equals("TLSv1.3") ? ProtocolVersion.TLSv13 : ProtocolVersion.TLSv12).only();
    }

    void completed() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    SSLSession session() {
        return (SSLSession)
                Proxy.newProxyInstance(
                        OwnRole.class.getClassLoader(),
                        new Class<?>[] {SSLSession.class},
                        (proxy, method, arguments) -> answer(method));
    }

    private Object answer(Method method) {
        if (method.getName().equals("getProtocol")) {
            return version;
        }
        Class<?> type = method.getReturnType();
        return type == String.class ? "UNKNOWN" : type == int.class ? (Object) (-1) : null;
    }
}
