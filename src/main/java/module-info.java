/** Asynchronous and advanced file I/O for Vert.x. */
module io.github.vertxaio {
  requires transitive io.vertx.core;
  requires io.vertx.core.logging;
  requires io.netty.buffer;
  requires io.netty.common;
  requires io.netty.transport;
  requires org.jnrproject.ffi;
  requires org.jnrproject.jffi;
  requires static io.netty.transport.classes.io_uring;

  exports io.github.vertxaio;
  // JNR makes its bindings in a class loader of its own.
  exports io.github.vertxaio.impl.sys to
      org.jnrproject.ffi;
}
