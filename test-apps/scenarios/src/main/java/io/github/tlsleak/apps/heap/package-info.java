/** Programs that write a heap dump of themselves; the first argument is the file. */
package io.github.tlsleak.apps.heap;
