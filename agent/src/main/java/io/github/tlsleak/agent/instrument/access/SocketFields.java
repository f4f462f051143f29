package io.github.tlsleak.agent.instrument.access;

import io.github.tlsleak.agent.process.Endpoints;
import io.github.tlsleak.agent.process.TcpEndpoint;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketImpl;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * Reads the TCP connection of a socket or channel from private fields of the JDK: those of {@code
 * SocketImpl} or {@code SocketChannelImpl}. Their names are the same from JDK 8 to 28. Thread-safe;
 * the packages are opened at the first use.
 */
public final class SocketFields implements Endpoints {

    private static final String NET = "java.net";
    private static final String SSL = "javax.net.ssl";
    private static final int MAX_PORT = 65_535;
    private static final String CHANNELS = "sun.nio.ch";
    private static final String CHANNEL = CHANNELS + ".SocketChannelImpl";

    /** A SOCKS socket delegates to a platform's; a layered one works over another. */
    private static final int MAX_STEPS = 8;

    private final Instrumentation instrumentation;
    private final SunFields net = new SunFields(NET + ".");
    private final SunFields ssl = new SunFields(SSL + ".");
    private final SunFields channels = new SunFields(CHANNELS + ".");
    private final SunState sun;
    private final NettyPipeline netty;
    private @Nullable Boolean open;

    /**
     * @param instrumentation the JVM's
     * @param sun knows what SunJSSE's sockets are layered over
     */
    public SocketFields(Instrumentation instrumentation, SunState sun) {
        this.instrumentation = instrumentation;
        this.sun = sun;
        this.netty = new NettyPipeline(instrumentation);
    }

    @Override
    public @Nullable TcpEndpoint of(Object transport) {
        return isOpen() ? connection(transport) : null;
    }

    @Override
    public @Nullable String pipeline(Object channel) {
        return netty.of(channel);
    }

    @Override
    public @Nullable InetSocketAddress peer(Object object) {
        if (!isOpen()) {
            return null;
        }
        if (object instanceof SSLEngine) {
            return named(
                    value(ssl, SSLEngine.class, "peerHost", object),
                    value(ssl, SSLEngine.class, "peerPort", object));
        }
        Object connected = connected(object);
        return connected == null ? null : remote(connected);
    }

    /** Port 0 stands for one that is not known. */
    private static @Nullable InetSocketAddress named(@Nullable Object host, @Nullable Object port) {
        if (!(host instanceof String) || ((String) host).isEmpty() || !(port instanceof Integer)) {
            return null;
        }
        int number = (Integer) port;
        return InetSocketAddress.createUnresolved(
                (String) host, number < 0 || number > MAX_PORT ? 0 : number);
    }

    private synchronized boolean isOpen() {
        Boolean known = open;
        if (known == null) {
            known =
                    SunState.open(instrumentation, NET)
                            && SunState.open(instrumentation, CHANNELS)
                            && SunState.open(instrumentation, SSL);
            open = known;
        }
        return known;
    }

    private @Nullable TcpEndpoint connection(Object transport) {
        Object connected = connected(transport);
        InetSocketAddress peer = connected == null ? null : remote(connected);
        return connected == null || peer == null
                ? null
                : TcpEndpoint.of(localPort(connected), peer.getAddress(), peer.getPort());
    }

    /** What has the connection: a {@code SocketImpl} or {@code SocketChannelImpl} of the JDK. */
    private @Nullable Object connected(Object transport) {
        Object object = transport;
        for (int i = 0; i < MAX_STEPS && object != null; i++) {
            Class<?> type = object.getClass();
            if (isOf(CHANNELS, type) && type.getName().equals(CHANNEL)) {
                return object;
            }
            Object next = next(object, type);
            if (next == object) {
                return object instanceof SocketImpl && isOfTheJdk(type) ? object : null;
            }
            object = next;
        }
        return null;
    }

    /** What an object leaves its connection to: the object itself if nothing is known of such. */
    private @Nullable Object next(Object object, Class<?> type) {
        if (object instanceof SocketImpl) {
            Object delegate = isOf(NET, type) ? value(net, type, "delegate", object) : null;
            return delegate == null ? object : delegate;
        }
        if (!(object instanceof Socket)) {
            return object;
        }
        if (isOf(CHANNELS, type)) {
            return value(channels, type, "sc", object);
        }
        Object below = sun.below(object);
        return below != null && below != object ? below : value(net, Socket.class, "impl", object);
    }

    /** 0 if it is not known. */
    private int localPort(Object connected) {
        Object port;
        if (connected instanceof SocketImpl) {
            port = value(net, SocketImpl.class, "localport", connected);
        } else {
            Object local = value(channels, connected.getClass(), "localAddress", connected);
            port = local instanceof InetSocketAddress ? ((InetSocketAddress) local).getPort() : 0;
        }
        return port instanceof Integer ? (Integer) port : 0;
    }

    private @Nullable InetSocketAddress remote(Object connected) {
        if (!(connected instanceof SocketImpl)) {
            Object remote = value(channels, connected.getClass(), "remoteAddress", connected);
            // others are of Unix domain sockets
            return remote instanceof InetSocketAddress ? (InetSocketAddress) remote : null;
        }
        Object address = value(net, SocketImpl.class, "address", connected);
        Object port = value(net, SocketImpl.class, "port", connected);
        return address instanceof InetAddress && port instanceof Integer
                ? new InetSocketAddress((InetAddress) address, (Integer) port)
                : null;
    }

    private static boolean isOfTheJdk(Class<?> type) {
        return isOf(NET, type) || isOf(CHANNELS, type);
    }

    private static boolean isOf(String name, Class<?> type) {
        return type.getName().startsWith(name + ".") && type.getClassLoader() == null;
    }

    private static @Nullable Object value(
            SunFields fields, Class<?> type, String name, Object object) {
        Field field = fields.of(type, name);
        try {
            return field == null ? null : field.get(object);
        } catch (IllegalAccessException | RuntimeException e) {
            return null;
        }
    }
}
