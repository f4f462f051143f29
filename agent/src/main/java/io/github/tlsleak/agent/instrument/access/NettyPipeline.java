package io.github.tlsleak.agent.instrument.access;

import java.lang.instrument.Instrumentation;
import java.nio.channels.SelectableChannel;
import java.nio.channels.spi.AbstractSelectableChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads from private fields which handlers Netty has put onto a channel: those of the JDK lead from
 * the channel to its selection keys, those of Netty 4.1 and 4.2, also relocated, from there to the
 * pipeline. No method of the application is called, and no class of it is kept. Thread-safe.
 */
final class NettyPipeline {

    private static final String[] PACKAGES = {"java.nio.channels", "java.nio.channels.spi"};
    private static final String NETTY = "netty.channel.";
    private static final int MAX_KEYS = 8;
    private static final int MAX_HANDLERS = 24;
    private static final int MAX_TEXT = 2_000;

    private final Instrumentation instrumentation;
    private @Nullable Boolean open;

    NettyPipeline(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * The handlers of a channel, from the network to the program.
     *
     * @param channel a channel of the JDK
     * @return {@code name (class), ...}, and {@code for class} where the last one works for another
     *     library; null if it is not one of Netty's
     */
    @Nullable String of(Object channel) {
        if (!(channel instanceof SelectableChannel) || !isOpen()) {
            return null;
        }
        try {
            Object keys = FieldValues.of(channel, AbstractSelectableChannel.class, "keys");
            if (keys instanceof Object[]) {
                return ofKeys((Object[]) keys);
            }
        } catch (LinkageError | RuntimeException e) {
            // a class of the application cannot be loaded, or a module is closed
            return null;
        }
        return null;
    }

    private synchronized boolean isOpen() {
        Boolean known = open;
        if (known == null) {
            known = true;
            for (String name : PACKAGES) {
                known = known && SunState.open(instrumentation, name);
            }
            open = known;
        }
        return known;
    }

    private static @Nullable String ofKeys(Object[] keys) {
        for (int i = 0; i < keys.length && i < MAX_KEYS; i++) {
            Object attached = FieldValues.of(keys[i], "attachment");
            Object pipeline = isNettys(attached) ? pipeline(attached) : null;
            if (pipeline != null) {
                return handlers(pipeline);
            }
        }
        return null;
    }

    /** In 4.1 the channel is attached, in 4.2 a registration with the channel's inner class. */
    private static @Nullable Object pipeline(@Nullable Object attached) {
        Object pipeline = FieldValues.of(attached, "pipeline");
        return pipeline != null
                ? pipeline
                : FieldValues.of(
                        FieldValues.of(FieldValues.of(attached, "handle"), "this$0"), "pipeline");
    }

    private static @Nullable String handlers(Object pipeline) {
        StringBuilder text = new StringBuilder();
        Object context = FieldValues.of(FieldValues.of(pipeline, "head"), "next");
        Object last = null;
        for (int i = 0; i < MAX_HANDLERS && text.length() < MAX_TEXT; i++) {
            Object handler = FieldValues.of(context, "handler");
            // the last context has no handler of its own
            if (handler == null) {
                break;
            }
            text.append(text.length() == 0 ? "" : ", ");
            text.append(described(FieldValues.of(context, "name"), handler.getClass().getName()));
            context = FieldValues.of(context, "next");
            last = handler;
        }
        if (last == null) {
            return null;
        }
        for (String user : PipelineUsers.of(last)) {
            text.append(", for ").append(user);
        }
        return text.toString();
    }

    /** A name that Netty has made up says nothing: {@code SslHandler#0}. */
    private static String described(@Nullable Object name, String className) {
        return name instanceof String && ((String) name).indexOf('#') < 0
                ? name + " (" + className + ')'
                : className;
    }

    private static boolean isNettys(@Nullable Object object) {
        Class<?> type = object == null ? null : object.getClass();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getName().contains(NETTY)) {
                return true;
            }
        }
        return false;
    }
}
