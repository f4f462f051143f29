/** Compares the project's pages with its code. */
package io.github.tlsleak.docs;
