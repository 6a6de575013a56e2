/**
 * What can be set about a connection, and where unset things come from. Nothing here touches the network.
 */
import { Code } from "@connectrpc/connect";

import { localError } from "./failure.js";

/** Settings of a client; what is left out comes from the environment, as each says. */
export interface Options {
  /** Bearer token, or a function that is asked for one before each attempt. Environment: `PODNET_TOKEN`. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** Send the token in plaintext to a host that is not loopback as well. Default false: such a client is refused. */
  readonly tokenOverPlaintext?: boolean | undefined;
  /** Longest time of a unary call over all attempts, in milliseconds. Default 10,000. */
  readonly deadlineMs?: number | undefined;
  /** Longest time of a batch call over all attempts, in milliseconds. Default 30,000. */
  readonly batchDeadlineMs?: number | undefined;
  /** Whether calls are tried again when that helps. Default true. */
  readonly retries?: boolean | undefined;
}

/** Settings of a client in Node.js. Certificates and keys are PEM text, or the path of a file, which is read for each new connection. */
export interface NodeOptions extends Options {
  /** Authorities that may have signed the server's certificate. Environment: `PODNET_CA_FILE`. Default: those of Node.js. */
  readonly ca?: string | undefined;
  /** The client's certificate, for mutual TLS. Environment: `PODNET_CERT_FILE`. */
  readonly cert?: string | undefined;
  /** The private key of `cert`. Environment: `PODNET_KEY_FILE`. */
  readonly key?: string | undefined;
  /** Name that the server's certificate must have, if not that of the target. */
  readonly serverName?: string | undefined;
}

/** The target, as it was given and as a URL, and the options with everything that the environment gives. */
export function resolve<O extends NodeOptions>(given: string | undefined, options: O): { target: string; url: URL; options: O } {
  const target = given ?? environment("PODNET_ADDR") ?? "";
  if (!/^(?:https?:\/\/[^/]|unix:\/)/.test(target) || !URL.canParse(target)) {
    const forms = "http://host:port, https://host:port or unix:/path";
    throw localError(Code.InvalidArgument, `target \`${target}\` is none of ${forms}; without one, PODNET_ADDR is taken`);
  }
  const url = new URL(target);
  const all = {
    ...options,
    token: options.token ?? environment("PODNET_TOKEN"),
    ca: options.ca ?? environment("PODNET_CA_FILE"),
    cert: options.cert ?? environment("PODNET_CERT_FILE"),
    key: options.key ?? environment("PODNET_KEY_FILE"),
  };
  // Nobody else reads TLS, a Unix socket, or loopback.
  const isPrivate = url.protocol !== "http:" || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (all.token !== undefined && all.tokenOverPlaintext !== true && !isPrivate) {
    const what = `a token would go to ${target} in plaintext: use https://, or say \`tokenOverPlaintext\``;
    throw localError(Code.FailedPrecondition, what);
  }
  return { target, url, options: all };
}

/** A variable of the environment; empty counts as unset, and a browser has none. */
function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  const value = process?.env?.[name];
  return value === "" ? undefined : value;
}
