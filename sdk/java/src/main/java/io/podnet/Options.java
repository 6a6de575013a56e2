package io.podnet;

import io.grpc.Status;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What can be set about a connection. Nothing here touches the network.
 *
 * <p>What is not set comes from the environment ({@code PODNET_ADDR}, {@code PODNET_TOKEN}, {@code PODNET_CA_FILE}, {@code
 * PODNET_CERT_FILE}, {@code PODNET_KEY_FILE}), then from the defaults. All values are kept as they were at {@link
 * Client#connect(Options)}.
 */
public final class Options implements Cloneable {
  private static final String TARGET_DEFAULT = "http://127.0.0.1:7443";

  String target;
  File caFile;
  File certFile;
  File keyFile;
  String serverName;
  Supplier<String> token;
  boolean tokenOverPlaintext;
  Duration deadline = Retry.CONFIG.deadline;
  Duration batchDeadline = Retry.CONFIG.batchDeadline;
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

  /** A copy in which everything has its value, and which may be connected with. */
  Options complete(Map<String, String> environment) {
    Options all;
    try {
      all = (Options) clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
    if (all.target == null) {
      all.target = environment.getOrDefault("PODNET_ADDR", TARGET_DEFAULT);
    }
    if (all.token == null && environment.get("PODNET_TOKEN") != null) {
      String token = environment.get("PODNET_TOKEN");
      all.token = () -> token;
    }
    all.caFile = all.caFile != null ? all.caFile : file(environment, "PODNET_CA_FILE");
    all.certFile = all.certFile != null ? all.certFile : file(environment, "PODNET_CERT_FILE");
    all.keyFile = all.keyFile != null ? all.keyFile : file(environment, "PODNET_KEY_FILE");
    if ((all.certFile == null) != (all.keyFile == null)) {
      throw PodnetException.local(
          Status.Code.INVALID_ARGUMENT, "a client certificate and its key go together: one of the two is not set");
    }
    if (all.token != null && !all.tokenOverPlaintext && !all.isTls() && !all.isLoopback()) {
      throw PodnetException.local(
          Status.Code.FAILED_PRECONDITION,
          "a token over plaintext to " + all.target + " could be read on the way: use https://, or force it");
    }
    return all;
  }

  boolean isUnix() {
    return target.startsWith("unix:");
  }

  boolean isTls() {
    return target.startsWith("https://");
  }

  /** Host and port of a target that is not a Unix socket. */
  URI uri() {
    URI uri;
    try {
      uri = URI.create(target);
    } catch (IllegalArgumentException malformed) {
      throw PodnetException.local(Status.Code.INVALID_ARGUMENT, "target `" + target + "`: " + malformed.getMessage());
    }
    boolean known = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!known || uri.getHost() == null) {
      throw PodnetException.local(
          Status.Code.INVALID_ARGUMENT,
          "target `" + target + "`: must be http://host:port, https://host:port or unix:/path");
    }
    return uri;
  }

  private boolean isLoopback() {
    if (isUnix()) {
      return true;
    }
    String host = uri().getHost();
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static File file(Map<String, String> environment, String variable) {
    String path = environment.get(variable);
    return path == null ? null : new File(path);
  }
}
