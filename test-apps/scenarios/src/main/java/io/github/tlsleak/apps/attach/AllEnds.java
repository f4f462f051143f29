package io.github.tlsleak.apps.attach;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.wrap.DelegatingEngine;
import io.undertow.Played;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;

/**
 * Sessions in memory that end in every way, with and without wrappers. Some are still open. Prints
 * {@code sessions N}, the number of sessions. For each line of input it prints what JMX shows of
 * the agent.
 */
public final class AllEnds {
    private final SSLContext context = Stage.init(SSLContext.getInstance("TLS"));
    private final List<Reference<?>> dropped = new ArrayList<>();
    private final List<Object> held = new ArrayList<>();
    private int sessions;

    private AllEnds() throws Exception {}

    public static void main(String[] args) throws Exception {
        AllEnds program = new AllEnds();
        program.dropped();
        program.held();
        Stage.awaitCollected(program.dropped.toArray(new Reference<?>[0]));
        System.out.println("sessions " + program.sessions);
        while (System.in.read() >= 0) {
            System.out.println(jmx());
        }
        program.held.clear();
    }

    private void dropped() throws Exception {
        for (int i = 0; i < 3; i++) {
            drop(pair(client(), true));
            drop(pair(new DelegatingEngine(client()), true));
        }
        for (int i = 0; i < 2; i++) {
            drop(lost(client()));
        }
        drop(lost(new DelegatingEngine(client())));
        drop(suppressed());
        drop(unsent());
        drop(refused());
        sessions++;
        drop(client());
        InetAddress local = InetAddress.getByName("127.0.0.1");
        serverSocket(local).close();
        drop(serverSocket(local));
    }

    private void held() throws IOException {
        held.add(pair(client(), false));
        held.add(pair(new DelegatingEngine(client()), false));
        sessions++;
        held.add(client());
    }

    private void drop(Object object) {
        dropped.add(new WeakReference<>(object));
    }

    private SSLServerSocket serverSocket(InetAddress local) throws IOException {
        return (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, local);
    }

    private SSLEngine client() {
        return context.createSSLEngine("localhost", 4433);
    }

    private Object pair(SSLEngine client, boolean close) throws IOException {
        sessions += 2;
        EnginePair pair = new EnginePair(client, context.createSSLEngine()).handshake();
        if (close) {
            pair.close();
        }
        return pair;
    }

    /** The server closes. The client is forgotten. */
    private Object lost(SSLEngine client) throws IOException {
        sessions += 2;
        SSLEngine server = context.createSSLEngine();
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return client;
    }

    private Object suppressed() throws IOException {
        return lost(client());
    }

    /** Calls closeOutbound() and does not wrap the close_notify. */
    private Object unsent() throws IOException {
        Object client = lost(Played.engine(context));
        ((SSLEngine) client).closeOutbound();
        return client;
    }

    private Object refused() throws Exception {
        sessions += 2;
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, null, null);
        SSLEngine client = trusting.createSSLEngine("localhost", 4433);
        try {
            new EnginePair(client, context.createSSLEngine()).handshake();
        } catch (IOException e) {
            return client;
        }
        throw new IllegalStateException("the handshake must fail");
    }

    private static String jmx() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("io.github.tlsleak:type=TlsLeak");
        for (int i = 0; i < 200 && !server.isRegistered(name); i++) {
            Stage.sleep(50);
        }
        TreeMap<String, Object> values = new TreeMap<>();
        for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
            Object value = server.getAttribute(name, attribute.getName());
            if (value instanceof Long) {
                values.put(attribute.getName(), value);
            } else if (value instanceof TabularData) {
                values.put(attribute.getName(), counts((TabularData) value));
            }
        }
        return values.toString();
    }

    private static TreeMap<String, Object> counts(TabularData table) {
        TreeMap<String, Object> counts = new TreeMap<>();
        for (Object row : table.values()) {
            CompositeData data = (CompositeData) row;
            counts.put((String) data.get("key"), data.get("value"));
        }
        return counts;
    }
}
