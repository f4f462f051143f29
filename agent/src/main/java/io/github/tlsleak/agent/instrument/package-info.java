/**
 * Decides which classes get hooks and when, and reports which could not get them.
 *
 * <p>Loaded by the agent's own loader. IMPORTS {@code weave}, {@code advice}, {@code
 * agent.provider} and {@code agent.process}. Class-file transformers start here: NO CLASS MAY BE
 * LOADED OR INITIALISED FOR THE FIRST TIME INSIDE A TRANSFORMER. No lambda here: all of it is
 * loaded when a program first uses TLS.
 */
@NullMarked
package io.github.tlsleak.agent.instrument;

import org.jspecify.annotations.NullMarked;
