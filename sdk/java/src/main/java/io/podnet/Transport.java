package io.podnet;

import io.grpc.*;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.concurrent.*;

/** How a server is reached: plaintext, TLS, mutual TLS or a Unix socket, and with which token. */
final class Transport extends CallCredentials implements AutoCloseable {
  /** Time between two looks at a certificate file. */
  private static final long RELOAD_SECONDS = 60;

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Options options;
  /** Looks at the files. It has no thread until there are some. */
  private final ScheduledExecutorService reloads =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "podnet-certificates");
            thread.setDaemon(true);
            return thread;
          });

  private final boolean isUnix;
  private final boolean isTls;
  private final URI uri;

  Transport(Options options) {
    this.options = options;
    isUnix = options.target.startsWith("unix:");
    isTls = options.target.startsWith("https://");
    try {
      uri = URI.create(options.target);
    } catch (IllegalArgumentException malformed) {
      throw invalid("target `" + options.target + "`: " + malformed.getMessage());
    }
    boolean known = "http".equals(uri.getScheme()) || isTls;
    if (!isUnix && (!known || uri.getHost() == null)) {
      throw invalid("target `" + options.target + "`: must be http://host:port, https://host:port or unix:/path");
    }
    if ((options.certFile == null) != (options.keyFile == null)) {
      throw invalid("a client certificate and its key go together: one of the two is not set");
    }
    boolean isPrivate = isTls || isUnix || uri.getHost().matches("localhost|\\[::1]|127(\\.\\d{1,3}){3}");
    if (options.token != null && !options.tokenOverPlaintext && !isPrivate) {
      throw PodnetException.local(
          Status.Code.FAILED_PRECONDITION,
          "a token over plaintext to " + options.target + " could be read on the way: use https://, or force it");
    }
  }

  private static PodnetException invalid(String message) {
    return PodnetException.local(Status.Code.INVALID_ARGUMENT, message);
  }

  ManagedChannelBuilder<?> builder() {
    ChannelCredentials plain = isTls ? tls() : InsecureChannelCredentials.create();
    ChannelCredentials all = options.token == null ? plain : CompositeChannelCredentials.create(plain, this);
    if (isUnix) {
      // grpc-java takes the target as the authority, which HTTP/2 servers refuse for a path.
      return Grpc.newChannelBuilder(options.target, all).overrideAuthority("localhost");
    }
    int port = uri.getPort();
    int open = port >= 0 ? port : isTls ? 443 : 80;
    ManagedChannelBuilder<?> builder = Grpc.newChannelBuilderForAddress(uri.getHost(), open, all);
    return options.serverName == null ? builder : builder.overrideAuthority(options.serverName);
  }

  private ChannelCredentials tls() {
    TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
    try {
      if (options.caFile != null) {
        AdvancedTlsX509TrustManager trust = AdvancedTlsX509TrustManager.newBuilder().build();
        trust.updateTrustCredentials(options.caFile, RELOAD_SECONDS, TimeUnit.SECONDS, reloads);
        tls.trustManager(trust);
      }
      if (options.certFile != null) {
        AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
        identity.updateIdentityCredentials(options.certFile, options.keyFile, RELOAD_SECONDS, TimeUnit.SECONDS, reloads);
        tls.keyManager(identity);
      }
    } catch (IOException | GeneralSecurityException unreadable) {
      close();
      throw invalid("TLS files: " + unreadable.getMessage());
    }
    return tls.build();
  }

  /** Asks for the token at each attempt. */
  @Override
  public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier applier) {
    Metadata headers = new Metadata();
    try {
      headers.put(AUTHORIZATION, "Bearer " + options.token.get());
      applier.apply(headers);
    } catch (RuntimeException failure) {
      applier.fail(Status.UNAUTHENTICATED.withDescription("no token: " + failure.getMessage()).withCause(failure));
    }
  }

  @Override
  public void close() {
    reloads.shutdownNow();
  }
}
