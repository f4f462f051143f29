package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.process.MainClass;
import io.github.tlsleak.agent.process.ProcessInfo;
import io.github.tlsleak.common.Version;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.resources.ResourceBuilder;
import org.jspecify.annotations.Nullable;

/** Says what this JVM is: the resource of all that is sent. Stateless, thread-safe. */
final class OtlpResources {

    private static final String SERVICE = "service.name";

    /** How OpenTelemetry begins the name of a service that nobody has named. */
    private static final String UNKNOWN = "unknown_service:";

    private OtlpResources() {}

    /**
     * The resource.
     *
     * @param launch has the labels, those of OpenTelemetry's variables and properties among them
     */
    static Resource of(Launch launch) {
        ResourceBuilder resource = Resource.getDefault().toBuilder();
        String main = MainClass.name();
        put(resource, SERVICE, UNKNOWN + (main == null ? "java" : main));
        launch.labels().asResource().forEach(resource::put);
        if (ProcessInfo.pid() > 0) {
            resource.put("process.pid", ProcessInfo.pid());
        }
        put(resource, "host.name", ProcessInfo.host());
        put(resource, "process.runtime.name", System.getProperty("java.runtime.name"));
        put(resource, "process.runtime.version", System.getProperty("java.runtime.version"));
        put(resource, "process.runtime.description", System.getProperty("java.vm.name"));
        // two JVMs with the same labels stay apart
        put(resource, "service.instance.id", launch.id);
        put(resource, "telemetry.distro.name", "tlsleak");
        put(resource, "telemetry.distro.version", Version.current());
        return resource.build();
    }

    private static void put(ResourceBuilder to, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            to.put(name, value);
        }
    }
}
