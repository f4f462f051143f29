/**
 * Texts and files of text: cleaning, patterns, suggestions, reading.
 *
 * <p>IMPORTS THE JDK ONLY.
 */
package io.github.tlsleak.common.text;
