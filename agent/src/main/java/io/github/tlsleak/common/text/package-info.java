/**
 * Texts and text files: formatting, patterns, suggestions, reading.
 *
 * <p>IMPORTS THE JDK ONLY.
 */
package io.github.tlsleak.common.text;
