package io.github.vertxaio.impl.vertx;

import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;

/** The library's log, through whatever Vert.x logs to. */
public final class Log {
  private static final Logger LOGGER = LoggerFactory.getLogger("io.github.vertxaio");

  private Log() {}

  /** What operators want to know once. */
  public static void info(String message) {
    LOGGER.info(message);
  }

  /** What should not happen. */
  public static void warn(String message, Throwable cause) {
    LOGGER.warn(message, cause);
  }
}
