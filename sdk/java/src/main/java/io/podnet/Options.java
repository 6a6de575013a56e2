package io.podnet;

import io.grpc.Status;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What can be set about a connection. Nothing here touches the network.
 *
 * <p>What is not set comes from the environment ({@code PODNET_ADDR}, {@code PODNET_TOKEN}, {@code PODNET_CA_FILE}, {@code
 * PODNET_CERT_FILE}, {@code PODNET_KEY_FILE}), then from the defaults. A client goes on with the options that it was made
 * with: take others for another client.
 */
public final class Options {
  String target = environment("PODNET_ADDR", Function.identity(), "http://127.0.0.1:7443");
  File caFile = environment("PODNET_CA_FILE", File::new, null);
  File certFile = environment("PODNET_CERT_FILE", File::new, null);
  File keyFile = environment("PODNET_KEY_FILE", File::new, null);
  String serverName;
  Supplier<String> token = environment("PODNET_TOKEN", set -> () -> set, null);
  boolean tokenOverPlaintext;
  Duration deadline = ServiceConfig.DEADLINE;
  Duration batchDeadline = ServiceConfig.BATCH_DEADLINE;
  boolean retries = true;

  /** Options from the environment and the defaults. */
  public Options() {}

  /**
   * Where the server is: {@code http://host:port} for plaintext, {@code https://host:port} for TLS, {@code unix:/path} for
   * a Unix socket. Default {@code http://127.0.0.1:7443}.
   *
   * @param target the address
   * @return this
   */
  public Options target(String target) {
    this.target = target;
    return this;
  }

  /**
   * PEM file of the authorities that may have signed the server's certificate. Default: those of the Java runtime. The
   * file is read again when it changes.
   *
   * @param file the file
   * @return this
   */
  public Options caFile(File file) {
    this.caFile = file;
    return this;
  }

  /**
   * PEM files of the client's certificate chain and private key (PKCS #8), for mutual TLS. They are read again when they
   * change.
   *
   * @param certificate the chain
   * @param key the private key
   * @return this
   */
  public Options clientCertificate(File certificate, File key) {
    this.certFile = certificate;
    this.keyFile = key;
    return this;
  }

  /**
   * Name that the server's certificate must have. Default: the host of the target.
   *
   * @param name the name
   * @return this
   */
  public Options serverName(String name) {
    this.serverName = name;
    return this;
  }

  /**
   * Bearer token of each call.
   *
   * @param token the token, without {@code Bearer}
   * @return this
   */
  public Options token(String token) {
    return token(() -> token);
  }

  /**
   * Source of the bearer token, asked before each attempt; it must not block.
   *
   * @param source gives the token, without {@code Bearer}
   * @return this
   */
  public Options token(Supplier<String> source) {
    this.token = source;
    return this;
  }

  /**
   * Whether a token may go over plaintext to a host that is not loopback, where anyone on the way can read it. Default
   * false.
   *
   * @param allowed whether it may
   * @return this
   */
  public Options tokenOverPlaintext(boolean allowed) {
    this.tokenOverPlaintext = allowed;
    return this;
  }

  /**
   * Longest time of a unary call, over all attempts. Default 10 s.
   *
   * @param deadline the time
   * @return this
   */
  public Options deadline(Duration deadline) {
    this.deadline = deadline;
    return this;
  }

  /**
   * Longest time of a batch call, over all attempts. Default 30 s.
   *
   * @param deadline the time
   * @return this
   */
  public Options batchDeadline(Duration deadline) {
    this.batchDeadline = deadline;
    return this;
  }

  /**
   * Whether a call is tried again. Default true. Off is for proxies that lose trailers.
   *
   * @param retries whether it is
   * @return this
   */
  public Options retries(boolean retries) {
    this.retries = retries;
    return this;
  }

  /** These, if they may be connected with. */
  Options checked() {
    if ((certFile == null) != (keyFile == null)) {
      throw invalid("a client certificate and its key go together: one of the two is not set");
    }
    boolean known = "http".equals(uri().getScheme()) || isTls();
    if (!isUnix() && (!known || uri().getHost() == null)) {
      throw invalid("target `" + target + "`: must be http://host:port, https://host:port or unix:/path");
    }
    if (token != null && !tokenOverPlaintext && !isTls() && !isLoopback()) {
      throw PodnetException.local(
          Status.Code.FAILED_PRECONDITION,
          "a token over plaintext to " + target + " could be read on the way: use https://, or force it");
    }
    return this;
  }

  boolean isUnix() {
    return target.startsWith("unix:");
  }

  boolean isTls() {
    return target.startsWith("https://");
  }

  URI uri() {
    try {
      return URI.create(target);
    } catch (IllegalArgumentException malformed) {
      throw invalid("target `" + target + "`: " + malformed.getMessage());
    }
  }

  private boolean isLoopback() {
    return isUnix() || uri().getHost().matches("localhost|\\[::1]|127(\\.\\d{1,3}){3}");
  }

  private static PodnetException invalid(String message) {
    return PodnetException.local(Status.Code.INVALID_ARGUMENT, message);
  }

  private static <T> T environment(String variable, Function<String, T> read, T otherwise) {
    String set = System.getenv(variable);
    return set == null ? otherwise : read.apply(set);
  }
}
