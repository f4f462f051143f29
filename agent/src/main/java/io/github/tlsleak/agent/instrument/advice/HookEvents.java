package io.github.tlsleak.agent.instrument.advice;

import javax.net.ssl.TlsLeakChannelHooks;
import javax.net.ssl.TlsLeakHooks;

/**
 * What happens between a method's begin and end, as hooks tell it; {@code a} and {@code b} are what
 * they tell with it. Numbers are part of the hooks' protocol. Each observer gets one range:
 * handshake 20 to 29, session 30 to 37, channel 38 to 49, transport 50 to 59, context from 60.
 *
 * <p>Apart from the hooks classes, which live in the boot loader to the JVM's end.
 */
public final class HookEvents {

    /** A socket is connected; {@code a} the peer's name or address, if it is known. */
    public static final int CONNECTED = 20;

    /** A handshake begins, in the client role. */
    public static final int STARTED_CLIENT = 21;

    /** A handshake begins, in the server role. */
    public static final int STARTED_SERVER = 22;

    /** Handshake finished; {@code a} its {@code SSLSession}, {@code b} its context's SPI. */
    public static final int ESTABLISHED_CLIENT = 23;

    /** As {@link #ESTABLISHED_CLIENT}, in the server role. */
    public static final int ESTABLISHED_SERVER = 24;

    /** A handshake has finished; nothing else is known of it. */
    public static final int ESTABLISHED = 25;

    /** The peer's close_notify was received. */
    public static final int PEER_CLOSE_NOTIFY = 30;

    /** End of stream without a close_notify. */
    public static final int PEER_EOF = 31;

    /** Close_notify handed to the transport; {@code a} the exception where that failed. */
    public static final int CLOSE_NOTIFY_WRITTEN = TlsLeakHooks.CLOSE_NOTIFY_WRITTEN;

    /** Application data moved. */
    public static final int ACTIVE = TlsLeakHooks.ACTIVE;

    /** A fatal alert is received or about to be sent; {@code a} the cause, if any. */
    public static final int FATAL = 34;

    /** An engine has given its native memory back. */
    public static final int NATIVE_FREED = 35;

    /** A server socket is bound. */
    public static final int BOUND = 36;

    /** An engine has wrapped; {@code a} its result, {@code b} the buffer it wrote to. */
    public static final int WRAPPED = TlsLeakChannelHooks.WRAPPED;

    /** A channel is about to write the buffer {@code a}, which begins like a record that tells. */
    public static final int WRITING = TlsLeakChannelHooks.WRITING;

    /** A channel has read the end of its stream, or failed with {@code a}. */
    public static final int STREAM_ENDED = TlsLeakChannelHooks.STREAM_ENDED;

    /** On a channel: closed by this side. */
    public static final int CHANNEL_CLOSED = 41;

    /** On a channel: the option {@code a} set to {@code b}. */
    public static final int CHANNEL_OPTION = 42;

    /** A socket works over another one, {@code a}; {@code b} the peer's name, if it is known. */
    public static final int LAYERED = 50;

    /** On a socket that may be a transport: closed by this side. */
    public static final int TRANSPORT_CLOSED = 51;

    /** On a socket or channel that may be a transport: its output shut down by this side. */
    public static final int TRANSPORT_SHUT = 52;

    /** On a socket: SO_LINGER set; {@code a} the seconds as Integer, -1 for off. */
    public static final int TRANSPORT_LINGER = 53;

    /** An {@code SSLContext} was made; {@code a} its SPI. */
    public static final int CONTEXT_CREATED = 60;

    private HookEvents() {}
}
