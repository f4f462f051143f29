/**
 * Says which classes get hooks, when they get them, and what each hooked method reports to the
 * agent: one {@code *Instrumentation} for each kind of class, written as data.
 *
 * <p>Loaded by the agent's own loader. IMPORTS {@code agent.provider} and Byte Buddy's ASM. No
 * lambda here: all of it is loaded when a program first uses TLS. {@code JdkClasses} is also loaded
 * in programs that never use TLS, so it imports nothing.
 */
@NullMarked
package io.github.tlsleak.agent.instrument.advice;

import org.jspecify.annotations.NullMarked;
