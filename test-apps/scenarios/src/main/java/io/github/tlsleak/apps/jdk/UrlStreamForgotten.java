package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The stream of an HttpsURLConnection is dropped unread. A thread of a pool opens it by a method
 * reference, so that no frame of the program is on the stack.
 */
public final class UrlStreamForgotten {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        UrlCall.prepare(stage);
        Stage.awaitCollected(stream(stage));
        Stage.done();
    }

    private static WeakReference<InputStream> stream(Stage stage) throws Exception {
        URL url = new URL("https://" + stage.host() + ":" + stage.port() + "/");
        Callable<InputStream> open = url::openStream;
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            return new WeakReference<>(pool.submit(open).get());
        } finally {
            pool.shutdown();
        }
    }
}
