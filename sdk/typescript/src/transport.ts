/**
 * How does Node.js reach a server? TCP, TLS with files that are read again, Unix sockets.
 */
import { readFileSync } from "node:fs";
import type { SecureClientSessionOptions } from "node:http2";
import { createSecureContext } from "node:tls";

import { Code, type Transport } from "@connectrpc/connect";
import { createGrpcTransport, Http2SessionManager } from "@connectrpc/connect-node";

import { localError } from "./failure.js";
import type { NodeOptions } from "./options.js";

/** Bytes of one message in either direction: answers carry up to 1,000 resources of a page. */
const MESSAGE_BYTES_MAX = 16 * 1024 * 1024;
/** Milliseconds between keep-alive pings while a call is open. */
const KEEP_ALIVE_MS = 30_000;

/** A transport that connects with the first call, and what closes it. */
export function dial(url: URL, options: NodeOptions): { transport: Transport; close: () => void } {
  const files: NodeOptions = url.protocol === "https:" ? options : {};
  // Node.js reads the options for each new connection, and with them the files.
  const connection: SecureClientSessionOptions = {
    ...(url.protocol === "unix:" ? { path: decodeURIComponent(url.pathname) } : {}),
    get ca() { return pem(files.ca); },
    get cert() { return pem(files.cert); },
    get key() { return pem(files.key); },
    servername: files.serverName,
  };
  try {
    // What is wrong with the certificates is said now.
    createSecureContext({ ...connection });
  } catch (cause) {
    throw localError(Code.InvalidArgument, `certificates: ${String(cause)}`, cause);
  }
  const baseUrl = url.protocol === "unix:" ? "http://localhost" : url.origin;
  const sessionManager = new Http2SessionManager(baseUrl, { pingIntervalMs: KEEP_ALIVE_MS }, connection);
  const limits = { acceptCompression: [], readMaxBytes: MESSAGE_BYTES_MAX, writeMaxBytes: MESSAGE_BYTES_MAX };
  const transport = createGrpcTransport({ baseUrl, sessionManager, ...limits });
  return { transport, close: () => { sessionManager.abort(); } };
}

/** PEM, given as such or as the path of a file. */
function pem(value: string | undefined): string | undefined {
  return value === undefined || value.includes("-----BEGIN") ? value : readFileSync(value, "utf8");
}
