package io.github.vertxaio.impl;

/** The range of priorities. */
final class Priorities {
  private static final int MAX = 4;

  private Priorities() {}

  /** Brings a priority into −4 to 4. */
  static int clamp(long priority) {
    return (int) Math.max(-MAX, Math.min(MAX, priority));
  }
}
