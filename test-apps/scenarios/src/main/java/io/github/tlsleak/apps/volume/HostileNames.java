package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Drops an engine that a hostile class made in a hostile thread, with a hostile peer name. These
 * names hold characters that terminals, browsers and parsers obey. A class file may hold such
 * names; only source code may not. No peer.
 */
public final class HostileNames {

    /** A placeholder, as long in bytes of a class file as the name that replaces it. */
    private static final String PLACE = "Z01234567890123456789";

    private static final String EVIL = "<script>\u001bc\"'&\\\n\u20ac\u202d";

    private HostileNames() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        WeakReference<?>[] dropped = new WeakReference<?>[1];
        Callable<SSLEngine> maker = maker(stage.context(), stage.protocols());
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                dropped[0] = new WeakReference<>(maker.call());
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        EVIL);
        thread.start();
        thread.join();
        Stage.awaitCollected(dropped);
        Stage.done();
    }

    @SuppressWarnings("unchecked")
    private static Callable<SSLEngine> maker(SSLContext context, String[] protocols)
            throws Exception {
        Class<?> type = new Renaming().of(Z01234567890123456789.class);
        return (Callable<SSLEngine>)
                type.getConstructor(SSLContext.class, String[].class, String.class)
                        .newInstance(context, protocols, EVIL);
    }

    /** Defines a class again under another name of the same length in bytes. */
    private static final class Renaming extends ClassLoader {

        Renaming() {
            super(HostileNames.class.getClassLoader());
        }

        Class<?> of(Class<?> type) throws IOException {
            byte[] code = code(type);
            byte[] name = PLACE.getBytes(StandardCharsets.UTF_8);
            byte[] evil = EVIL.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i + name.length <= code.length; i++) {
                if (startsWith(code, i, name)) {
                    System.arraycopy(evil, 0, code, i, evil.length);
                }
            }
            return defineClass(null, code, 0, code.length);
        }

        private static boolean startsWith(byte[] code, int at, byte[] name) {
            for (int i = 0; i < name.length; i++) {
                if (code[at + i] != name[i]) {
                    return false;
                }
            }
            return true;
        }

        private static byte[] code(Class<?> type) throws IOException {
            ByteArrayOutputStream code = new ByteArrayOutputStream();
            try (InputStream in =
                    type.getResourceAsStream('/' + type.getName().replace('.', '/') + ".class")) {
                byte[] buffer = new byte[4096];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    code.write(buffer, 0, n);
                }
            }
            return code.toByteArray();
        }
    }

    /** Makes an engine and makes a handshake with another engine. Drops both. */
    public static final class Z01234567890123456789 implements Callable<SSLEngine> {

        private final SSLContext context;
        private final String[] protocols;
        private final String peer;

        public Z01234567890123456789(SSLContext context, String[] protocols, String peer) {
            this.context = context;
            this.protocols = protocols.clone();
            this.peer = peer;
        }

        @Override
        public SSLEngine call() throws Exception {
            SSLEngine client = context.createSSLEngine(peer, 4433);
            SSLEngine server = context.createSSLEngine();
            client.setEnabledProtocols(protocols);
            new EnginePair(client, server).handshake();
            EnginePair.close(server);
            return client;
        }
    }
}
