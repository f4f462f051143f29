package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing x2
// expect: LOST leak SSLEngine client x2
// class: io.github.tlsleak.apps.wrap.DelegatingEngine

/**
 * The wrapper and its delegate are collected one after the other: one session and one finding each
 * time.
 */
public final class OneCollectedFirst {
    private final WeakReference<DelegatingEngine> wrapper;
    private DelegatingEngine heldWrapper;
    private SSLEngine heldDelegate;

    private OneCollectedFirst(Stage stage) throws Exception {
        heldDelegate = stage.context().createSSLEngine(stage.host(), stage.port());
        heldWrapper = new DelegatingEngine(heldDelegate);
        wrapper = new WeakReference<>(heldWrapper);
        stage.connect(heldWrapper).ping();
    }

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        new OneCollectedFirst(stage).dropWrapperFirst();
        new OneCollectedFirst(stage).dropDelegateFirst();
        Stage.done();
    }

    private void dropWrapperFirst() {
        heldWrapper = null;
        Stage.awaitCollected(wrapper);
        dropDelegate();
    }

    private void dropDelegateFirst() {
        heldWrapper.forget();
        dropDelegate();
        heldWrapper = null;
        Stage.awaitCollected(wrapper);
    }

    private void dropDelegate() {
        Reference<SSLEngine> delegate = new WeakReference<>(heldDelegate);
        heldDelegate = null;
        Stage.awaitCollected(delegate);
    }
}
