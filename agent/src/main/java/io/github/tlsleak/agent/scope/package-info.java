/**
 * Which test of the application runs on which thread, in a JVM that runs tests and tells.
 *
 * <p>Loaded by the agent's own loader; runs on application threads. IMPORTS THE JDK ONLY.
 */
@NullMarked
package io.github.tlsleak.agent.scope;

import org.jspecify.annotations.NullMarked;
