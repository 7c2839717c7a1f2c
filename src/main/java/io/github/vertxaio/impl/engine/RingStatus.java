package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.sys.RingProbe;

/** What is known of the rings of an engine, for its users to see. */
final class RingStatus {
  private volatile RingProbe probe;
  private volatile boolean used;
  private volatile String text = "not used: the kernel has not been asked yet";

  /** Notes what the kernel's rings can do. */
  void probed(RingProbe newProbe) {
    probe = newProbe;
    text = probe.status() + "; opened at the first request from an event loop";
  }

  /** What the kernel's rings can do; {@code null} before it has been asked. */
  RingProbe probe() {
    return probe;
  }

  void used() {
    used = true;
    text = "used: " + probe.status();
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
