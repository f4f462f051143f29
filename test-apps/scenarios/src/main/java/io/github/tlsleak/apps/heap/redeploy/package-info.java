/** A program that has stopped web applications, whose class loaders stay. */
package io.github.tlsleak.apps.heap.redeploy;
