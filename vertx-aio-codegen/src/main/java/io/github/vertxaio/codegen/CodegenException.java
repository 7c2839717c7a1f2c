package io.github.vertxaio.codegen;

/** A failure whose message tells the person at the terminal what to do; no stack trace needed. */
public final class CodegenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a failure.
   *
   * @param message what went wrong and what to do about it
   */
  public CodegenException(String message) {
    super(message);
  }

  /**
   * Creates a failure that another one caused.
   *
   * @param message what went wrong and what to do about it
   * @param cause the first failure
   */
  public CodegenException(String message, Throwable cause) {
    super(message, cause);
  }
}
