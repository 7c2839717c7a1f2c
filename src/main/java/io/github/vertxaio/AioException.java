package io.github.vertxaio;

import io.vertx.core.VertxException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call of the operating system failed, or was refused before it was made for a reason that has an
 * errno.
 *
 * <p>The message reads {@code open("/x"): No such file or directory (ENOENT)}. The exception has no
 * stack trace: it is made on a worker or event-loop thread, whose stack would only show the engine.
 */
public final class AioException extends VertxException {
  private static final long serialVersionUID = 1L;

  /** The name of the call. */
  private final String call;

  /** The number of the error. */
  private final int errno;

  /** The paths of the call, or what stands for them. */
  private final String[] paths;

  /** What failed in parts. */
  private final AioException[] failures;

  /**
   * Makes an exception for a failed call.
   *
   * @param call the name of the call, as in the kernel's manual: {@code "open"}
   * @param errno the error number, one of {@link Errno}
   * @param paths the paths of the call, in its order; a descriptor is named by the path it was
   *     opened with
   */
  public AioException(String call, int errno, String... paths) {
    this(call, errno, null, paths);
  }

  private AioException(
      String call, int errno, String detail, String[] paths, AioException... failures) {
    super(text(call, errno, detail, paths), null, true);
    this.call = call;
    this.errno = errno;
    this.paths = paths.clone();
    this.failures = failures;
  }

  /**
   * Makes an exception for a request that went on after some of its parts had failed.
   *
   * @param call the name of the request
   * @param failures what failed, or the first of it; at least one, whose errno becomes that of the
   *     exception
   * @param count how many parts failed in all
   * @param paths the paths of the request
   * @return the exception
   */
  public static AioException ofParts(
      String call, List<AioException> failures, long count, String... paths) {
    AioException first = failures.get(0);
    String detail =
        '"'
            + String.join(", ", first.paths)
            + '"'
            + (count == 1 ? "" : " and " + (count - 1) + " more");
    AioException[] parts = failures.toArray(new AioException[0]);
    return new AioException(call, first.errno, detail, paths, parts);
  }

  /**
   * Makes an exception for a call that was refused before it reached the kernel.
   *
   * @param call the name of the call
   * @param errno the error number that describes the refusal best
   * @param detail what was wrong, added to the message
   * @param paths the paths of the call
   * @return the exception
   */
  public static AioException refused(String call, int errno, String detail, String... paths) {
    return new AioException(call, errno, detail, paths);
  }

  private static String text(String call, int errno, String detail, String[] paths) {
    String arguments =
        Arrays.stream(paths).map(path -> '"' + path + '"').collect(Collectors.joining(", "));
    String reason = detail == null ? "" : ": " + detail;
    return call
        + "("
        + arguments
        + "): "
        + Errno.message(errno)
        + " ("
        + Errno.name(errno)
        + ")"
        + reason;
  }

  /**
   * The name of the call that failed.
   *
   * @return for example {@code "open"}
   */
  public String call() {
    return call;
  }

  /**
   * The error number.
   *
   * @return one of {@link Errno}
   */
  public int errno() {
    return errno;
  }

  /**
   * The name of the error number.
   *
   * @return for example {@code "ENOENT"}
   */
  public String errnoName() {
    return Errno.name(errno);
  }

  /**
   * The paths of the call.
   *
   * @return in the order of the call's arguments; empty for a call that names no file
   */
  public List<String> paths() {
    return List.of(paths);
  }

  /**
   * What a request that goes on after failures could not do, like {@link PathRequests#rmtree}.
   *
   * @return in the order in which they happened, the first hundred of them; empty for all other
   *     requests
   */
  public List<AioException> failures() {
    return List.of(failures);
  }
}
