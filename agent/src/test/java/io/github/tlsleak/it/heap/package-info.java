/** What the command line reads out of heap dumps. */
package io.github.tlsleak.it.heap;
