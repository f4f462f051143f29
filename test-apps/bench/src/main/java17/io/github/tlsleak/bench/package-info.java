/** The figures: what is measured, and how each becomes rows of one table. */
package io.github.tlsleak.bench;
