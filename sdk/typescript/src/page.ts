/**
 * Lists over all their pages: a page is asked for when the one before it is used up.
 */
import type { DescMessage, DescMethodUnary, MessageInitShape, MessageShape } from "@bufbuild/protobuf";
import { type CallOptions, Code, type Transport } from "@connectrpc/connect";

import { localError } from "./failure.js";

/** What a list lists: the elements of the repeated field of its response. */
export type ItemOf<O extends DescMessage> = {
  [K in keyof MessageShape<O>]-?: MessageShape<O>[K] extends (infer Item)[] ? Item : never;
}[keyof MessageShape<O>];

/** What every response of a list has. */
type Page<Item> = Readonly<Record<string, Item[] | string>> & { readonly nextPageToken: string };

/** A list as an iterable of its items. */
export class Pages<I extends DescMessage, O extends DescMessage> implements AsyncIterable<ItemOf<O>> {
  /** @internal */
  constructor(
    private readonly transport: Transport,
    private readonly method: DescMethodUnary<I, O>,
    private readonly request: MessageInitShape<I>,
    private readonly options: CallOptions = {},
  ) {}

  /** The items, page by page. */
  async *pages(): AsyncGenerator<ItemOf<O>[], void, undefined> {
    // By the contract the items of a list are the field with number 1.
    const items = this.method.output.fields.find((field) => field.number === 1 && field.fieldKind === "list");
    if (items === undefined || !("pageToken" in this.method.input.field)) {
      throw localError(Code.InvalidArgument, `${this.method.parent.typeName}/${this.method.name} is not a list`);
    }
    const { signal, timeoutMs, headers, contextValues } = this.options;
    for (let request = this.request; ; ) {
      const call = this.transport.unary(this.method, signal, timeoutMs, headers, request, contextValues);
      const page = (await call).message as unknown as Page<ItemOf<O>>;
      yield page[items.localName] as ItemOf<O>[];
      if (page.nextPageToken === "") {
        return;
      }
      request = { ...request, pageToken: page.nextPageToken };
    }
  }

  /** All items, in the server's order. */
  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<O>, void, undefined> {
    for await (const page of this.pages()) {
      yield* page;
    }
  }
}
