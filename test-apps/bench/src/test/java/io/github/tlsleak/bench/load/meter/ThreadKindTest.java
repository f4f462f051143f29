package io.github.tlsleak.bench.load.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadKindTest {

    /** Names as Linux shows them: at most 15 bytes. */
    @ParameterizedTest
    @CsvSource({
        "java, APPLICATION",
        "nioEventLoopGro, APPLICATION",
        "https-jsse-nio-, APPLICATION",
        "C1 CompilerThre, C1",
        "C2 CompilerThre, C2",
        "GC Thread#0, COLLECTOR",
        "GC task thread#, COLLECTOR",
        "G1 Main Marker, COLLECTOR",
        "G1 Conc#0, COLLECTOR",
        "VM Thread, COLLECTOR",
        "ZWorkerYoung#0, COLLECTOR",
        "Shenandoah GC T, COLLECTOR",
        "Reference Handl, COLLECTOR",
        "Finalizer, COLLECTOR",
        "tlsleak, AGENT",
        "tlsleak-exit, AGENT",
        "VM Periodic Tas, JVM",
        "Signal Dispatch, JVM",
        "Service Thread, JVM",
    })
    void isToldByTheName(String name, ThreadKind kind) {
        assertThat(ThreadKind.of(name)).isEqualTo(kind);
    }
}
