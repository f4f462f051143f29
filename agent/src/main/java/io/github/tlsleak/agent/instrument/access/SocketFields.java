package io.github.tlsleak.agent.instrument.access;

import io.github.tlsleak.agent.process.Endpoints;
import io.github.tlsleak.agent.process.TcpEndpoint;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketImpl;
import org.jspecify.annotations.Nullable;

/**
 * Reads the TCP connection of a socket or channel from private fields of the JDK: those of {@code
 * SocketImpl} or {@code SocketChannelImpl}. Their names are the same from JDK 8 to 28. Thread-safe;
 * the packages are opened at the first use.
 */
public final class SocketFields implements Endpoints {

    private static final String NET = "java.net";
    private static final String CHANNELS = "sun.nio.ch";
    private static final String CHANNEL = CHANNELS + ".SocketChannelImpl";

    /** A SOCKS socket delegates to a platform's; a layered one works over another. */
    private static final int MAX_STEPS = 8;

    private final Instrumentation instrumentation;
    private final SunFields net = new SunFields(NET + ".");
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

    private synchronized boolean isOpen() {
        Boolean known = open;
        if (known == null) {
            known = SunState.open(instrumentation, NET) && SunState.open(instrumentation, CHANNELS);
            open = known;
        }
        return known;
    }

    private @Nullable TcpEndpoint connection(Object transport) {
        Object object = transport;
        for (int i = 0; i < MAX_STEPS && object != null; i++) {
            Class<?> type = object.getClass();
            if (isOf(CHANNELS, type) && type.getName().equals(CHANNEL)) {
                return ofChannel(object);
            }
            Object next = next(object, type);
            if (next == object) {
                return object instanceof SocketImpl && isOfTheJdk(type) ? ofImpl(object) : null;
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

    private @Nullable TcpEndpoint ofImpl(Object impl) {
        return endpoint(
                value(net, SocketImpl.class, "localport", impl),
                value(net, SocketImpl.class, "address", impl),
                value(net, SocketImpl.class, "port", impl));
    }

    private @Nullable TcpEndpoint ofChannel(Object channel) {
        Object local = value(channels, channel.getClass(), "localAddress", channel);
        Object remote = value(channels, channel.getClass(), "remoteAddress", channel);
        // others are of Unix domain sockets
        if (!(local instanceof InetSocketAddress) || !(remote instanceof InetSocketAddress)) {
            return null;
        }
        InetSocketAddress peer = (InetSocketAddress) remote;
        return TcpEndpoint.of(
                ((InetSocketAddress) local).getPort(), peer.getAddress(), peer.getPort());
    }

    private static @Nullable TcpEndpoint endpoint(
            @Nullable Object localPort, @Nullable Object remote, @Nullable Object remotePort) {
        return localPort instanceof Integer
                        && remotePort instanceof Integer
                        && remote instanceof InetAddress
                ? TcpEndpoint.of((Integer) localPort, (InetAddress) remote, (Integer) remotePort)
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
