/**
 * An allocation that is given back when its scope is left.
 */
import type { Client } from "./client.js";
import { NotFound } from "./gen/errors.js";
import type { Allocation } from "./gen/v1.js";

/** Holds an allocation and releases it: `await using held = await client.hold(…)`, or {@link Client.withAllocation}. */
export class AllocationGuard implements AsyncDisposable {
  private held = true;

  /** @internal */
  constructor(
    private readonly client: Client,
    /** The allocation. */
    readonly allocation: Allocation,
  ) {}

  /** Keeps the allocation beyond the scope. */
  keep(): Allocation {
    this.held = false;
    return this.allocation;
  }

  /**
   * Gives the allocation back and waits for the answer, unless it is kept. Its etag keeps a later holder of the same id safe.
   * One that is absent or already released is no error; a second call does nothing.
   */
  async release(): Promise<void> {
    if (!this.held) {
      return;
    }
    const { name, meta } = this.keep();
    try {
      await this.client.ipam.releaseAddress({ name, etag: meta?.etag ?? "" });
    } catch (error) {
      if (!(error instanceof NotFound)) {
        throw error;
      }
    }
  }

  /** Releases, unless kept. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.release();
  }
}
