package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.model.FoundNames;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.cli.report.model.names.PeerHost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the thread pools and the hosts of a site. Stateless. */
final class JsonNames {

    private static final int NAMES = 16;

    private JsonNames() {}

    static void write(FoundNames names, JsonWriter out) throws IOException {
        out.array("pools");
        for (TopCounts.Entry pool : names.pools.top(NAMES)) {
            out.object().text("name", pool.name).number("count", pool.count).endObject();
        }
        out.endArray().numberIfAny("otherPools", names.pools.besides(NAMES));
        List<String> peers = new ArrayList<>();
        names.peers.byCount().forEach(peer -> peers.add(peer.name));
        out.array("hosts");
        for (TopCounts.Entry host : names.hosts.top(NAMES)) {
            out.object().text("name", host.name).number("count", host.count);
            List<String> ports = PeerHost.ports(host.name, peers);
            if (!ports.isEmpty()) {
                out.texts("ports", ports);
            }
            out.endObject();
        }
        out.endArray().numberIfAny("otherHosts", names.hosts.besides(NAMES));
    }
}
