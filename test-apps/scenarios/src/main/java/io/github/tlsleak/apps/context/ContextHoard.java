package io.github.tlsleak.apps.context;

import io.github.tlsleak.apps.support.Stage;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

// peer: none
// tls: 1.3
// expect: CONTEXT_CHURN notice SSLContext
// expect: CONTEXT_HOARD notice SSLContext

/**
 * 120 contexts of one site, all kept alive. None of them ever makes a session, so it is churn too.
 */
public final class ContextHoard {
    private static final List<SSLContext> KEPT = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 120; i++) {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            KEPT.add(context);
        }
        Stage.awaitCollected();
        Stage.done();
    }
}
