package io.podnet;

import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How a server is reached: plaintext, TLS, mutual TLS or a Unix socket, and with which token. */
final class Transport implements AutoCloseable {
  /** Time between two looks at a certificate file. */
  private static final long RELOAD_SECONDS = 60;

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Options options;
  private ScheduledExecutorService reloads;

  Transport(Options options) {
    this.options = options;
  }

  ManagedChannelBuilder<?> builder() {
    if (options.isUnix()) {
      // grpc-java takes the target as the authority, which HTTP/2 servers refuse for a path.
      return Grpc.newChannelBuilder(options.target, InsecureChannelCredentials.create()).overrideAuthority("localhost");
    }
    String host = options.uri().getHost();
    int port = options.uri().getPort();
    ChannelCredentials credentials = options.isTls() ? tls() : InsecureChannelCredentials.create();
    int open = port >= 0 ? port : options.isTls() ? 443 : 80;
    ManagedChannelBuilder<?> builder = Grpc.newChannelBuilderForAddress(host, open, credentials);
    return options.serverName == null ? builder : builder.overrideAuthority(options.serverName);
  }

  private ChannelCredentials tls() {
    TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
    try {
      if (options.caFile != null) {
        AdvancedTlsX509TrustManager trust = AdvancedTlsX509TrustManager.newBuilder().build();
        trust.updateTrustCredentials(options.caFile, RELOAD_SECONDS, TimeUnit.SECONDS, reloads());
        tls.trustManager(trust);
      }
      if (options.certFile != null) {
        AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
        identity.updateIdentityCredentials(
            options.certFile, options.keyFile, RELOAD_SECONDS, TimeUnit.SECONDS, reloads());
        tls.keyManager(identity);
      }
    } catch (IOException | GeneralSecurityException unreadable) {
      close();
      throw PodnetException.local(Status.Code.INVALID_ARGUMENT, "TLS files: " + unreadable.getMessage());
    }
    return tls.build();
  }

  private ScheduledExecutorService reloads() {
    if (reloads == null) {
      reloads =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread thread = new Thread(work, "podnet-certificates");
                thread.setDaemon(true);
                return thread;
              });
    }
    return reloads;
  }

  /** Credentials that ask for the token at each attempt; null without a token. */
  CallCredentials token() {
    if (options.token == null) {
      return null;
    }
    return new CallCredentials() {
      @Override
      public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier applier) {
        Metadata headers = new Metadata();
        try {
          headers.put(AUTHORIZATION, "Bearer " + options.token.get());
        } catch (RuntimeException failure) {
          applier.fail(Status.UNAUTHENTICATED.withDescription("no token: " + failure.getMessage()).withCause(failure));
          return;
        }
        applier.apply(headers);
      }
    };
  }

  static Channel withToken(Channel channel, CallCredentials token) {
    return ClientInterceptors.intercept(
        channel,
        new ClientInterceptor() {
          @Override
          public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions call, Channel next) {
            return next.newCall(method, call.withCallCredentials(token));
          }
        });
  }

  @Override
  public void close() {
    if (reloads != null) {
      reloads.shutdownNow();
    }
  }
}
