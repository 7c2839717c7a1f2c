package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.sys.RingProbe;

/** What is known of the rings of an engine, for its users to see. */
final class RingStatus {
  private volatile RingProbe probe;
  private volatile boolean used;
  private volatile String text = "not used: no request has come from an event loop with a ring";

  /** Notes what the kernel's rings can do. */
  void probed(RingProbe newProbe) {
    probe = newProbe;
  }

  /** What the kernel's rings can do; {@code null} before it has been asked. */
  RingProbe probe() {
    return probe;
  }

  void used() {
    used = true;
    text = "used: the kernel has " + probe.status();
  }

  void unusable(String reason) {
    used = false;
    text = "not used: " + reason;
  }

  void text(String newText) {
    text = newText;
  }

  boolean isUsed() {
    return used;
  }

  String text() {
    return text;
  }
}
