/** Measures an operation inside the measured JVM: time, CPU time by kind of thread, allocation. */
package io.github.tlsleak.bench.load.meter;
