/**
 * Asynchronous and advanced file I/O for Vert.x: what applications import. Start at {@link
 * io.github.vertxaio.Aio}.
 */
package io.github.vertxaio;
