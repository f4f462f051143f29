/**
 * Composition root: options, activation, the sink that hooks call, the agent's thread, the answers
 * to command lines.
 *
 * <p>Loaded by the agent's own loader. {@code HookSink} and {@code JsseDetails} run on application
 * threads; what runs before the first use of TLS MUST NOT LOAD A CLASS OF JSSE.
 */
package io.github.tlsleak.agent;
