package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing x2
// expect: LOST leak SSLEngine client x2
// class: io.github.tlsleak.apps.wrap.DelegatingEngine

/** Wrapper and delegate are collected one after the other: one session, one report each time. */
public final class OneCollectedFirst {
    private final WeakReference<DelegatingEngine> wrapper;
    private DelegatingEngine heldWrapper;
    private SSLEngine heldDelegate;

    private OneCollectedFirst(App app) throws Exception {
        heldDelegate = app.context().createSSLEngine(app.host(), app.port());
        heldWrapper = new DelegatingEngine(heldDelegate);
        wrapper = new WeakReference<>(heldWrapper);
        app.connect(heldWrapper).ping();
    }

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        new OneCollectedFirst(app).dropWrapperFirst();
        new OneCollectedFirst(app).dropDelegateFirst();
        App.done();
    }

    private void dropWrapperFirst() {
        heldWrapper = null;
        App.awaitCollected(wrapper);
        dropDelegate();
    }

    private void dropDelegateFirst() {
        heldWrapper.forget();
        dropDelegate();
        heldWrapper = null;
        App.awaitCollected(wrapper);
    }

    private void dropDelegate() {
        Reference<SSLEngine> delegate = new WeakReference<>(heldDelegate);
        heldDelegate = null;
        App.awaitCollected(delegate);
    }
}
