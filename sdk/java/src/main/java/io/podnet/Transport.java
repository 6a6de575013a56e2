package io.podnet;

import io.grpc.*;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
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

  Transport(Options options) {
    this.options = options;
  }

  ManagedChannelBuilder<?> builder() {
    ChannelCredentials plain = options.isTls() ? tls() : InsecureChannelCredentials.create();
    ChannelCredentials all = options.token == null ? plain : CompositeChannelCredentials.create(plain, this);
    if (options.isUnix()) {
      // grpc-java takes the target as the authority, which HTTP/2 servers refuse for a path.
      return Grpc.newChannelBuilder(options.target, all).overrideAuthority("localhost");
    }
    int port = options.uri().getPort();
    int open = port >= 0 ? port : options.isTls() ? 443 : 80;
    ManagedChannelBuilder<?> builder = Grpc.newChannelBuilderForAddress(options.uri().getHost(), open, all);
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
      throw PodnetException.local(Status.Code.INVALID_ARGUMENT, "TLS files: " + unreadable.getMessage());
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
