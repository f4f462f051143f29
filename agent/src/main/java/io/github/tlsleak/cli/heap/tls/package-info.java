/**
 * Which objects of a heap dump are TLS, and what their providers' fields tell of them: state, peer,
 * protocol, cipher suite, role, the object that does the work.
 *
 * <p>Which fields are read stands in one resource, {@code tls-fields.txt}; the classes here only
 * follow it. Runs in the command line's JVM. IMPORTS heap.dump and common.
 */
@NullMarked
package io.github.tlsleak.cli.heap.tls;

import org.jspecify.annotations.NullMarked;
