/**
 * Reads what the C headers of each ABI say and writes it down as Java.
 *
 * <p>The way of a value: {@link NameList} names it, {@link Prober} reads it out of a compiled
 * object file, {@link Facts} keeps it, {@link Emitter} turns it into a Java constant.
 */
package io.github.vertxaio.codegen;
