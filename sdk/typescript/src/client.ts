/**
 * A connection and the calls over it, the same in Node.js and in browsers.
 */
import type { DescMessage, DescMethodUnary, MessageInitShape } from "@bufbuild/protobuf";
import { type CallOptions, Code, type Transport } from "@connectrpc/connect";

import { callTransport } from "./call.js";
import { localError } from "./failure.js";
import { Services } from "./gen/services.js";
import type { AllocateAddressRequestSchema } from "./gen/v1.js";
import { AllocationGuard } from "./guard.js";
import type { Options } from "./options.js";
import { Pages } from "./page.js";
import { type Answer, type Operation, stream } from "./stream.js";
import { watch, type WatchItem, type WatchOptions } from "./watch.js";

type AllocateAddress = MessageInitShape<typeof AllocateAddressRequestSchema>;

/** A client of one server: the generated service clients, each with deadlines, retries, request ids and typed errors. */
export class Client extends Services implements Disposable {
  /** @internal */
  constructor(
    inner: Transport,
    private readonly target: string,
    options: Options,
    /** Closes the connection; open calls end with CANCELLED. */
    readonly close: () => void,
  ) {
    super(callTransport(inner, target, options));
  }

  /** All items of a list: `for await (const node of client.list(ClusterService.method.listNodes, { parent }))`. */
  list<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageInitShape<I>,
    options?: CallOptions,
  ): Pages<I, O> {
    return new Pages(this.transport, method, request, options);
  }

  /**
   * Watches. Lost connections are made again and resumed; a position that is gone is said by a `resync`. Only errors that
   * stay are thrown.
   */
  watch(options: WatchOptions = {}): AsyncGenerator<WatchItem, void, undefined> {
    return watch(this.transport, this.target, options);
  }

  /**
   * Runs many operations over one stream, and yields their answers as they are done; the n-th operation, from 1, has
   * `correlationId` n. What was not answered when a connection broke is sent again, unchanged. Not over gRPC-Web.
   */
  stream(
    operations: Iterable<Operation> | AsyncIterable<Operation>,
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): AsyncGenerator<Answer, void, undefined> {
    return stream(this.transport, this.target, operations, signal);
  }

  /** Allocates addresses that are released with the guard. */
  async hold(request: AllocateAddress, options?: CallOptions): Promise<AllocationGuard> {
    const { allocation } = await this.ipam.allocateAddress(request, options);
    if (allocation === undefined) {
      throw localError(Code.Internal, "the answer has no allocation");
    }
    return new AllocationGuard(this, allocation);
  }

  /** Allocates, runs `work`, and releases, also after an error of `work`, unless the guard was told to keep. */
  async withAllocation<T>(
    request: AllocateAddress,
    work: (held: AllocationGuard) => T | Promise<T>,
    options?: CallOptions,
  ): Promise<T> {
    await using held = await this.hold(request, options);
    return await work(held);
  }

  /** Closes the connection. */
  [Symbol.dispose](): void {
    this.close();
  }
}
