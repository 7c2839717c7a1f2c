/**
 * Asynchronous and advanced file I/O for Vert.x: what applications import. Start at {@link
 * io.github.vertxaio.Aio}, which makes requests; {@link io.github.vertxaio.AioFile} is an open
 * file, {@link io.github.vertxaio.MappedRegion} memory or a file that is mapped.
 */
package io.github.vertxaio;
