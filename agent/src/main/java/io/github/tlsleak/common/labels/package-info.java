/**
 * Labels: what the process is called where many run, such as its service and its pod.
 *
 * <p>IMPORTS THE JDK AND {@code common} ONLY.
 */
@NullMarked
package io.github.tlsleak.common.labels;

import org.jspecify.annotations.NullMarked;
