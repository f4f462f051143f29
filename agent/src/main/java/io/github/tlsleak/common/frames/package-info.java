/**
 * Stacks: how they are cleaned, attributed to an owner, and reduced to a fingerprint.
 *
 * <p>IMPORTS THE JDK AND {@code common} ONLY.
 */
@NullMarked
package io.github.tlsleak.common.frames;

import org.jspecify.annotations.NullMarked;
