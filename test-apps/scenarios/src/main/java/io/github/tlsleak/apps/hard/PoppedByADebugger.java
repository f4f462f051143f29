package io.github.tlsleak.apps.hard;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;

/**
 * A debugger stops in closeOutbound() of the first engine, pops that frame, and lets the thread go
 * on after a while. In the end both engines are closed in order, and a third is dropped.
 */
public final class PoppedByADebugger {

    private PoppedByADebugger() {}

    public static void main(String[] args) throws Exception {
        WeakReference<TinyEngine> first = closed();
        WeakReference<TinyEngine> second = closed();
        Stage.awaitCollected(first, second);
        Stage.awaitCollected(new WeakReference<>(TinyEngine.established()));
        Stage.done();
    }

    private static WeakReference<TinyEngine> closed() {
        TinyEngine engine = TinyEngine.established(new Stopping());
        engine.closeOutbound();
        engine.flush();
        return new WeakReference<>(engine);
    }

    /**
     * The method where the debugger stops. It is not in the engine, because breakpoints there are
     * lost when the class gets hooks.
     */
    static void stop() {
        System.out.println("CLOSING");
    }

    private static final class Stopping extends TinyEngine {
        @Override
        public void closeOutbound() {
            stop();
            super.closeOutbound();
        }
    }
}
