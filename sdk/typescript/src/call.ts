/**
 * How is one logical call made? Deadline over all attempts, retries, request id, token: a transport around a transport, so
 * that every generated service client has it.
 */
import { clone, create, type DescMessage, type MessageInitShape, type MessageShape } from "@bufbuild/protobuf";
import { Code, type Transport } from "@connectrpc/connect";

import { callError, localError } from "./failure.js";
import { BATCH_DEADLINE_MS, BATCHES, DEADLINE_MS } from "./gen/service_config.js";
import type { Options } from "./options.js";
import { Throttle, waitMs } from "./retry.js";
import { sleep, within } from "./time.js";
import { VERSION } from "./version.js";

/** Largest deadline that fits into `grpc-timeout`: more than a day. */
const TIMEOUT_MS_MAX = 99_999_999;

/** A transport that behaves as a good caller does, on one that only sends. `target` is named in errors. */
export function callTransport(inner: Transport, target: string, options: Options): Transport {
  const throttle = new Throttle();
  const { deadlineMs = DEADLINE_MS, batchDeadlineMs = BATCH_DEADLINE_MS } = options;
  return {
    async unary(method, signal, timeoutMs, header, input, contextValues) {
      const message = withRequestId(method.input, input);
      const longest = BATCHES.has(`${method.parent.typeName}/${method.name}`) ? batchDeadlineMs : deadlineMs;
      // As everywhere in Connect, a time of 0 stands for none.
      const total = Math.min((timeoutMs ?? longest) || TIMEOUT_MS_MAX, TIMEOUT_MS_MAX);
      const end = performance.now() + total;
      const late = (): never => { throw localError(Code.DeadlineExceeded, `no answer within ${total.toString()} ms`); };
      for (let attempt = 1; ; attempt += 1) {
        try {
          const left = Math.floor(end - performance.now());
          const headers = await within(withIdentity(header, options), left, signal, late);
          const response = await inner.unary(method, signal, left < 1 ? late() : left, headers, message, contextValues);
          throttle.succeeded();
          return response;
        } catch (cause) {
          const error = callError(cause, target, signal);
          const allowed = throttle.failed(error) && options.retries !== false;
          const wait = allowed ? waitMs(error, attempt) : undefined;
          if (wait === undefined || performance.now() + wait + 1 >= end) {
            throw Object.assign(error, { attempts: attempt, requestId: requestIdOf(message) });
          }
          await sleep(wait, signal);
        }
      }
    },

    async stream(method, signal, timeoutMs, header, input, contextValues) {
      try {
        const headers = await withIdentity(header, options);
        const response = await inner.stream(method, signal, timeoutMs, headers, input, contextValues);
        return { ...response, message: withErrors(response.message, target, signal) };
      } catch (cause) {
        throw callError(cause, target, signal);
      }
    },
  };
}

/** The request, copied, with a random `request_id` if it has the field and the caller has left it empty. */
export function withRequestId<I extends DescMessage>(schema: I, input: MessageInitShape<I>): MessageShape<I> {
  const message = "$typeName" in input ? clone(schema, input as MessageShape<I>) : create(schema, input);
  return requestIdOf(message) === "" ? Object.assign(message, { requestId: randomUuid() }) : message;
}

function requestIdOf(message: object): string | undefined {
  return (message as { requestId?: string }).requestId;
}

async function withIdentity(given: HeadersInit | undefined, { token }: Options): Promise<Headers> {
  const headers = new Headers(given);
  headers.set("user-agent", `podnet-typescript/${VERSION}`);
  if (token !== undefined) {
    headers.set("authorization", `Bearer ${typeof token === "function" ? await token() : token}`);
  }
  return headers;
}

async function* withErrors<T>(items: AsyncIterable<T>, target: string, signal: AbortSignal | undefined): AsyncGenerator<T> {
  try {
    yield* items;
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
