/**
 * How is one logical call made? Deadline over all attempts, retries, request id, token: a transport around a transport, so
 * that every generated service client has it.
 */
import { clone, create, type DescMessage, type DescMethod, type MessageInitShape, type MessageShape } from "@bufbuild/protobuf";
import { Code, type StreamResponse, type Transport } from "@connectrpc/connect";

import { callError, localError, type PodnetError } from "./error.js";
import type { Options } from "./options.js";
import { policyOf, Throttle, waitMs } from "./retry.js";
import { sleep, within } from "./time.js";
import { VERSION } from "./version.js";

/** Largest deadline that fits into `grpc-timeout`; a longer one is not sent, but kept. */
const TIMEOUT_MS_MAX = 99_999_999;

/** A transport that behaves as a good caller does, on one that only sends. `target` is named in errors. */
export function callTransport(inner: Transport, target: string, options: Options): Transport {
  const throttle = new Throttle();
  return {
    async unary(method, signal, timeoutMs, header, input, contextValues) {
      const message = withRequestId(method.input, input);
      const total = totalMs(method, timeoutMs, options);
      const end = performance.now() + total;
      const { retry } = policyOf(method.parent.typeName, method.name);
      const late = (): PodnetError => localError(Code.DeadlineExceeded, `no answer within ${String(total)} ms`);
      for (let attempt = 1; ; attempt += 1) {
        const left = Math.floor(end - performance.now());
        let error: PodnetError;
        try {
          if (left < 1) {
            throw late();
          }
          const headers = await within(withIdentity(header, options), left, signal, late);
          const sent = left > TIMEOUT_MS_MAX ? 0 : left;
          const response = await inner.unary(method, signal, sent, headers, message, contextValues);
          throttle.succeeded();
          return response;
        } catch (cause) {
          error = callError(cause, target, signal);
        }
        const allowed = throttle.failed(error) && options.retries !== false;
        const wait = retry && allowed ? waitMs(retry, error, attempt) : undefined;
        if (wait === undefined || performance.now() + wait + 1 >= end) {
          error.attempts = attempt;
          error.requestId = requestIdOf(message);
          throw error;
        }
        await sleep(wait, signal);
      }
    },

    async stream(method, signal, timeoutMs, header, input, contextValues) {
      try {
        const headers = await withIdentity(header, options);
        const response = await inner.stream(method, signal, timeoutMs, headers, input, contextValues);
        return { ...response, message: withErrors(response, target, signal) };
      } catch (cause) {
        throw callError(cause, target, signal);
      }
    },
  };
}

/** The request, copied, with a random `request_id` if it has the field and the caller has left it empty. */
export function withRequestId<I extends DescMessage>(schema: I, input: MessageInitShape<I>): MessageShape<I> {
  const message = "$typeName" in input ? clone(schema, input as MessageShape<I>) : create(schema, input);
  if (requestIdOf(message) === "") {
    (message as { requestId?: string }).requestId = randomUuid();
  }
  return message;
}

function requestIdOf(message: object): string | undefined {
  return (message as { requestId?: string }).requestId;
}

function totalMs(method: DescMethod, timeoutMs: number | undefined, options: Options): number {
  if (timeoutMs !== undefined) {
    // As everywhere in Connect, 0 and less stand for none.
    return timeoutMs > 0 ? timeoutMs : Infinity;
  }
  const policy = policyOf(method.parent.typeName, method.name);
  return (policy.batch ? options.batchDeadlineMs : options.deadlineMs) ?? policy.timeoutMs ?? Infinity;
}

async function withIdentity(given: HeadersInit | undefined, options: Options): Promise<Headers> {
  const headers = new Headers(given);
  headers.set("user-agent", `podnet-typescript/${VERSION}`);
  const token = typeof options.token === "function" ? await options.token() : options.token;
  if (token !== undefined) {
    headers.set("authorization", `Bearer ${token}`);
  }
  return headers;
}

async function* withErrors<I extends DescMessage, O extends DescMessage>(
  response: StreamResponse<I, O>,
  target: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<MessageShape<O>> {
  try {
    yield* response.message;
  } catch (cause) {
    throw callError(cause, target, signal);
  }
}

/** A random UUID; `crypto.randomUUID` is missing in pages that came over plaintext. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x40], 6);
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
