/**
 * Client of podnet for browsers (and whatever else has `fetch`), over gRPC-Web. The server has to allow the page's origin.
 *
 * @packageDocumentation
 */
import { Code, ConnectError } from "@connectrpc/connect";
import { createGrpcWebTransport } from "@connectrpc/connect-web";

import { Client } from "./client.js";
import { localError } from "./failure.js";
import { type Options, resolve } from "./options.js";

export * from "./shared.js";

/**
 * Makes a client. Nothing is sent before the first call. `Client.stream` is not to be had over gRPC-Web: use batches.
 *
 * @param target - `http://host:port` or `https://host:port`. Default: `PODNET_ADDR` of the environment, where there is one.
 * @throws PodnetError INVALID_ARGUMENT for a malformed target; FAILED_PRECONDITION for a token that would go over plaintext
 * to a host that is not loopback.
 */
export function connect(target?: string, options: Options = {}): Client {
  const { target: text, url, options: all } = resolve(target, options);
  if (url.protocol === "unix:") {
    throw localError(Code.InvalidArgument, "gRPC-Web has no Unix sockets: give http:// or https://");
  }
  const closed = new AbortController();
  const transport = createGrpcWebTransport({
    baseUrl: url.origin,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.any([closed.signal, init?.signal ?? closed.signal]) }),
  });
  return new Client(transport, text, all, () => {
    closed.abort(new ConnectError("the client was closed", Code.Canceled));
  });
}
