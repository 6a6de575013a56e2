/**
 * How does Node.js reach a server? TCP, TLS with files that are read again, Unix sockets.
 */
import { readFileSync } from "node:fs";
import { connect as connectTcp, isIP } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls, createSecureContext, type SecureContextOptions } from "node:tls";

import { Code, type Transport } from "@connectrpc/connect";
import { createGrpcTransport, Http2SessionManager } from "@connectrpc/connect-node";

import { localError } from "./error.js";
import type { NodeOptions, Target } from "./options.js";

/** Bytes of one message in either direction: answers carry up to 1,000 resources of a page. */
export const MESSAGE_BYTES_MAX = 16 * 1024 * 1024;
/** Milliseconds between keep-alive pings while a call is open. */
const KEEP_ALIVE_MS = 30_000;

/** A transport that connects with the first call, and what closes it. */
export function dial(target: Target, options: NodeOptions): { transport: Transport; close: () => void } {
  if (target.url.protocol === "https:") {
    checkPem(options);
  }
  const ping = { pingIntervalMs: KEEP_ALIVE_MS };
  const sessions = new Http2SessionManager(target.url.origin, ping, {
    createConnection: () => open(target, options),
  });
  const transport = createGrpcTransport({
    baseUrl: target.url.origin,
    sessionManager: sessions,
    acceptCompression: [],
    readMaxBytes: MESSAGE_BYTES_MAX,
    writeMaxBytes: MESSAGE_BYTES_MAX,
  });
  return { transport, close: () => { sessions.abort(); } };
}

function open({ url, socket }: Target, options: NodeOptions): Duplex {
  if (socket !== undefined) {
    return connectTcp(socket);
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol === "http:") {
    return connectTcp({ host, port: Number(url.port || 80), noDelay: true });
  }
  // A server name is never an address (RFC 6066); the address is still what the certificate is checked against.
  const name = options.serverName ?? (isIP(host) === 0 ? host : undefined);
  return connectTls({
    host,
    port: Number(url.port || 443),
    ...(name === undefined ? {} : { servername: name }),
    ...pem(options),
    ALPNProtocols: ["h2"],
  }).setNoDelay(true);
}

/** Finds out at once what is wrong with the certificates. */
function checkPem(options: NodeOptions): void {
  try {
    createSecureContext(pem(options));
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw localError(Code.InvalidArgument, `certificates: ${what}`, cause);
  }
}

function pem({ ca, cert, key }: NodeOptions): SecureContextOptions {
  const read = (value: string): string => (value.includes("-----BEGIN") ? value : readFileSync(value, "utf8"));
  return {
    ...(ca === undefined ? {} : { ca: read(ca) }),
    ...(cert === undefined ? {} : { cert: read(cert) }),
    ...(key === undefined ? {} : { key: read(key) }),
  };
}
