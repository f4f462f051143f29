package io.github.tlsleak.apps.faults;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Engines in memory: closed, dropped, of a class that is seen for the first time; contexts. */
final class EngineRounds {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLContext context;
    private final List<WeakReference<SSLEngine>> made = new ArrayList<>();
    private EnginePair last;

    EngineRounds(SSLContext context) {
        this.context = context;
    }

    /** Both sides close. */
    void closed(Runnable fault, String name) throws Exception {
        Round.thread("healthy " + name);
        fault.run();
        SSLEngine client = kept(context.createSSLEngine("localhost", 4433));
        pair(client, kept(context.createSSLEngine())).close();
    }

    /** The client is dropped, the server closes. */
    void dropped(Runnable fault, String name) throws Exception {
        Round.thread("dropped " + name);
        fault.run();
        SSLEngine client = kept(context.createSSLEngine("localhost", 4433));
        Round.thread("healthy " + name);
        SSLEngine server = kept(context.createSSLEngine());
        pair(client, server);
        EnginePair.close(server);
    }

    private EnginePair pair(SSLEngine client, SSLEngine server) throws Exception {
        last = new EnginePair(client, server, last);
        return last.handshake();
    }

    /** An engine of a class that gets its hooks now. Its first wrap is its whole handshake. */
    void fresh(Runnable fault, String name) throws Exception {
        Round.thread("healthy " + name);
        Class<?> type = new Anew().loadClass(Anew.ENGINE);
        fault.run();
        SSLEngine engine = kept((SSLEngine) type.getConstructor().newInstance());
        engine.wrap(new ByteBuffer[0], 0, 0, NOTHING);
        engine.closeOutbound();
        engine.wrap(new ByteBuffer[0], 0, 0, NOTHING);
    }

    /** A context, its factory, and an engine of it, closed before its handshake. */
    void context(Runnable fault, String name) throws Exception {
        Round.thread("healthy " + name);
        fault.run();
        SSLContext other = Stage.init(SSLContext.getInstance("TLS"));
        other.getSocketFactory();
        SSLEngine engine = kept(other.createSSLEngine());
        engine.closeOutbound();
        engine.closeInbound();
    }

    private SSLEngine kept(SSLEngine engine) {
        made.add(new WeakReference<>(engine));
        return engine;
    }

    /** Waits until nothing holds an engine of these rounds. */
    void awaitCollected() {
        last = null;
        Stage.awaitCollected(made.toArray(new WeakReference<?>[0]));
        made.clear();
    }

    /** Defines the class of an engine once more. */
    private static final class Anew extends ClassLoader {

        private static final String ENGINE = "io.github.tlsleak.apps.hard.TinyEngine";

        private Anew() {
            super(EngineRounds.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(ENGINE) || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            byte[] code = code(name);
            return defineClass(name, code, 0, code.length);
        }

        private byte[] code(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                for (int b = in.read(); b >= 0; b = in.read()) {
                    out.write(b);
                }
                return out.toByteArray();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
