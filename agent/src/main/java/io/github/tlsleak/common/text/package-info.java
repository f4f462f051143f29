/**
 * Texts and text files: formatting, patterns, suggestions, reading.
 *
 * <p>IMPORTS THE JDK ONLY.
 */
@NullMarked
package io.github.tlsleak.common.text;

import org.jspecify.annotations.NullMarked;
