package io.github.vertxaio.testing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A connection whose one end is a socket of Vert.x, on the context of a setup, and whose other is
 * one of the JDK.
 */
public final class Sockets implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final NetServer server;
  private final NetSocket accepted;
  private final Socket peer;

  private Sockets(NetServer server, NetSocket accepted, Socket peer) {
    this.server = server;
    this.accepted = accepted;
    this.peer = peer;
  }

  /** Connects the two over loopback. */
  public static Sockets connect(Setup setup) {
    return connect(setup, new NetServerOptions(), new Socket());
  }

  /**
   * Connects the two over loopback with TLS.
   *
   * @param keys a file that holds the certificate; made if it is not there
   */
  public static Sockets connectTls(Setup setup, Path keys) {
    String password = "password";
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String certificate = " -genkeypair -alias it -keyalg EC -dname CN=localhost -storetype PKCS12";
    String store = " -storepass " + password + " -keystore " + keys;
    if (!Files.exists(keys)) {
      Commands.bytes((keytool + certificate + store).split(" "));
    }
    PfxOptions identity = new PfxOptions().setPath(keys.toString()).setPassword(password);
    NetServerOptions options = new NetServerOptions().setSsl(true).setKeyCertOptions(identity);
    try {
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(KeyStore.getInstance(keys.toFile(), password.toCharArray()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return connect(setup, options, context.getSocketFactory().createSocket());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sockets connect(Setup setup, NetServerOptions options, Socket peer) {
    Promise<NetSocket> accepting = Promise.promise();
    NetServer server =
        Setup.await(
            setup.onContext(
                () ->
                    setup
                        .vertx()
                        .createNetServer(options.setHost("127.0.0.1"))
                        .connectHandler(accepting::complete)
                        .listen(0)));
    try {
      peer.setSoTimeout(TIMEOUT_MILLIS);
      peer.connect(new InetSocketAddress("127.0.0.1", server.actualPort()), TIMEOUT_MILLIS);
      if (peer instanceof SSLSocket tls) {
        tls.startHandshake();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sockets(server, Setup.await(accepting.future()), peer);
  }

  /** The end that is Vert.x's. */
  public NetSocket socket() {
    return accepted;
  }

  /** The other end; its reads time out. */
  public Socket peer() {
    return peer;
  }

  /** Reads what comes, to a number of bytes or to its end. */
  public byte[] read(int length) {
    try {
      return peer.getInputStream().readNBytes(length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      peer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Setup.await(accepted.close().otherwiseEmpty());
    Future<Void> closed = server.close();
    Setup.await(closed);
  }
}
