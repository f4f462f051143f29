package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import javax.net.SocketFactory;

/**
 * Forgets a directory's context. The JDK's client has a reader thread that keeps the socket, and
 * closes the socket in a finalizer. Arguments: those of a scenario.
 */
public final class ForgottenDirContext {
    private static Stage stage;
    private static final List<WeakReference<Socket>> SOCKETS = new CopyOnWriteArrayList<>();

    public static void main(String[] args) throws Exception {
        stage = Stage.of(args);
        forget("ldaps://localhost:" + stage.port());
        if (SOCKETS.isEmpty()) {
            throw new IllegalStateException("not connected");
        }
        Stage.awaitCollected(SOCKETS.toArray(new WeakReference<?>[0]));
        Stage.done();
    }

    private static void forget(String url) throws NamingException {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, url);
        environment.put("java.naming.ldap.factory.socket", Sockets.class.getName());
        new InitialDirContext(environment);
    }

    /** The JDK finds this factory by its name. */
    public static final class Sockets extends SocketFactory {

        public static SocketFactory getDefault() {
            return new Sockets();
        }

        @Override
        public Socket createSocket() throws IOException {
            return kept(stage.factory().createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return kept(stage.factory().createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket(host.getHostName(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                throws IOException {
            return createSocket(host.getHostName(), port);
        }

        private static Socket kept(Socket socket) {
            SOCKETS.add(new WeakReference<>(stage.restrict(socket)));
            return socket;
        }
    }
}
