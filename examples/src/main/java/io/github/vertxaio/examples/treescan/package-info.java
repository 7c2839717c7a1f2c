/**
 * Lists directory trees: the names of directories with a slash behind them, and of files.
 *
 * <p>{@link io.github.vertxaio.examples.treescan.TreeScan} puts the parts together. {@code
 * TreeWalk} runs on one event loop and keeps a bounded number of directories in flight; {@code
 * Report} takes what it finds to a worker thread, which selects, encodes and writes.
 */
package io.github.vertxaio.examples.treescan;
