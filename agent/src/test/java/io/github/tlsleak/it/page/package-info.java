/** Tests of the quality of the HTML pages in a real browser. */
package io.github.tlsleak.it.page;
