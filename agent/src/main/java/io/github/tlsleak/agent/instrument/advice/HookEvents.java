package io.github.tlsleak.agent.instrument.advice;

import javax.net.ssl.TlsLeakChannelHooks;
import javax.net.ssl.TlsLeakHooks;

/**
 * Events that hooks report; {@code a} and {@code b} are the values that come with an event. The
 * numbers belong to the hooks' protocol. Each observer gets one range, which {@link Last} ends; the
 * events of contexts come last.
 *
 * <p>They are not in the hooks classes, because those stay in the boot loader until the JVM ends.
 */
public final class HookEvents {

    /** A socket is connected; {@code a} is the peer's name or address, null if not known. */
    public static final int CONNECTED = 20;

    /** A client's handshake begins. */
    public static final int STARTED_CLIENT = 21;

    /** A server's handshake begins. */
    public static final int STARTED_SERVER = 22;

    /**
     * A client's handshake has finished; {@code a} its {@code SSLSession}, {@code b} the SPI of its
     * context.
     */
    public static final int ESTABLISHED_CLIENT = 23;

    /** As {@link #ESTABLISHED_CLIENT}, of a server's handshake. */
    public static final int ESTABLISHED_SERVER = 24;

    /** A handshake has finished; the hook knows nothing more about it. */
    public static final int ESTABLISHED = 25;

    /** The peer has sent a record of the handshake. */
    public static final int PEER_SPOKE = 26;

    /** A handshake begins; the hook knows nothing more about it. */
    public static final int STARTED = 27;

    /** The peer's close_notify was received. */
    public static final int PEER_CLOSE_NOTIFY = 30;

    /** End of stream without a close_notify. */
    public static final int PEER_EOF = 31;

    /** A close_notify was handed to the transport; {@code a} the exception if that failed. */
    public static final int CLOSE_NOTIFY_WRITTEN = TlsLeakHooks.CLOSE_NOTIFY_WRITTEN;

    /** Application data moved. */
    public static final int ACTIVE = TlsLeakHooks.ACTIVE;

    /** A fatal alert was received or will be sent; {@code a} the cause, null if there is none. */
    public static final int FATAL = 34;

    /** An engine has freed its native memory. */
    public static final int NATIVE_FREED = 35;

    /** A server socket is bound. */
    public static final int BOUND = 36;

    /** An engine has wrapped; {@code a} its result, {@code b} the buffer it wrote to. */
    public static final int WRAPPED = TlsLeakChannelHooks.WRAPPED;

    /** A channel is about to write the buffer {@code a}, which may identify an engine. */
    public static final int WRITING = TlsLeakChannelHooks.WRITING;

    /** A channel has read the end of its stream, or has failed with {@code a}. */
    public static final int STREAM_ENDED = TlsLeakChannelHooks.STREAM_ENDED;

    /** A channel is closed by this side. */
    public static final int CHANNEL_CLOSED = 41;

    /** The option {@code a} of a channel was set to {@code b}. */
    public static final int CHANNEL_OPTION = 42;

    /** A socket works over the socket {@code a}; {@code b} the peer's name, null if not known. */
    public static final int LAYERED = 50;

    /** A socket, which may be a transport, is closed by this side. */
    public static final int TRANSPORT_CLOSED = 51;

    /** The output of a socket or channel, which may be a transport, is shut down by this side. */
    public static final int TRANSPORT_SHUT = 52;

    /** SO_LINGER of a socket was set; {@code a} the seconds as an Integer, -1 for off. */
    public static final int TRANSPORT_LINGER = 53;

    /** An {@code SSLContext} was made; {@code a} its SPI, which is the provider's part. */
    public static final int CONTEXT_CREATED = 60;

    private HookEvents() {}

    /** The last number of each range. Stateless. */
    public static final class Last {

        public static final int OF_HANDSHAKE = 29;
        public static final int OF_SESSION = 37;
        public static final int OF_CHANNEL = 49;
        public static final int OF_TRANSPORT = 59;

        private Last() {}
    }
}
