/** Asynchronous and advanced file I/O for Vert.x. */
module io.github.vertxaio {
  requires transitive io.vertx.core;
  requires io.vertx.core.logging;
  requires transitive io.netty.buffer;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires org.jnrproject.ffi;
  requires org.jnrproject.jffi;
  // What JNR writes the bindings with; being no module itself it cannot ask for it.
  requires org.objectweb.asm;
  requires static io.netty.transport.classes.io_uring;

  exports io.github.vertxaio;

  // JNR implements the bindings at run time, in a class loader, and so in a module, of its own.
  opens io.github.vertxaio.impl.sys;
}
