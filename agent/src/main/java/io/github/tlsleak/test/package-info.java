/**
 * For tests: what leaked in this JVM. {@link io.github.tlsleak.test.TlsLeaks} is the beginning.
 *
 * <p>Loaded by the application's loader. IMPORTS THE JDK ONLY: it talks to the agent by text.
 */
@NullMarked
package io.github.tlsleak.test;

import org.jspecify.annotations.NullMarked;
