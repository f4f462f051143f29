package io.github.tlsleak.agent.output.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** Too many contexts of one site, or too many TLS sessions in the cache of one. */
@Name("tlsleak.ContextChurn")
@Label("SSLContext Churn")
@Description(
        "An SSLContext for every connection, ever more of them alive, or a large session cache")
final class JfrContextChurn extends JfrGroupEvent {

    @Label("Contexts")
    @Description("Contexts made at the site; 0 if the verdict is on the cache of one")
    long contexts;

    @Label("Sessions")
    @Description("Sessions of these contexts; -1 if not known")
    long sessions;

    @Label("Live Contexts")
    long live;

    @Label("Cached Sessions")
    @Description("TLS sessions in the cache of the context")
    long cached;

    @Label("Cache Limit")
    @Description("0 for none")
    long cacheLimit;

    @Label("Cache Timeout")
    @Description("Seconds; 0 for none")
    long cacheTimeout;
}
