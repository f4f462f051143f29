/** How the agent starts: with hooks that were prepared, and from archives of classes. */
package io.github.tlsleak.it.start;
