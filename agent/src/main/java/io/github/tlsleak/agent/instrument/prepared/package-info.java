/**
 * Hooks that were written into the JDK's classes when the agent was built, for the JDKs that were
 * known then.
 *
 * <p>Loaded by the agent's own loader. IMPORTS THE JDK ONLY: it takes the place of ASM, which is
 * loaded where a class is not known.
 */
@NullMarked
package io.github.tlsleak.agent.instrument.prepared;

import org.jspecify.annotations.NullMarked;
