/**
 * Client of podnet for Node.js, over gRPC. In a browser take `@podnet/client/web`; the generated messages and services are
 * in `@podnet/client/v1`.
 *
 * @packageDocumentation
 */
import { Client } from "./client.js";
import { type NodeOptions, resolve } from "./options.js";
import { dial } from "./transport.js";

export * from "./shared.js";

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * @param target - `http://host:port` (plaintext), `https://host:port` (TLS) or `unix:/path`. Default: `PODNET_ADDR` of the
 * environment.
 * @throws PodnetError INVALID_ARGUMENT for a malformed target or certificate; FAILED_PRECONDITION for a token that would go
 * over plaintext to a host that is not loopback.
 */
export function connect(target?: string, options: NodeOptions = {}): Client {
  const { target: text, url, options: all } = resolve(target, options);
  const { transport, close } = dial(url, all);
  return new Client(transport, text, all, close);
}
