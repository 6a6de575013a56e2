package io.podnet;

import io.podnet.v1.Allocation;
import io.podnet.v1.IpamServiceGrpc;
import io.podnet.v1.ReleaseAddressRequest;

/** Holds an allocation and releases it when it is closed, for try-with-resources. */
public final class AllocationGuard implements AutoCloseable {
  private final Client client;
  private final Allocation allocation;
  private boolean held = true;

  AllocationGuard(Client client, Allocation allocation) {
    this.client = client;
    this.allocation = allocation;
  }

  /**
   * The allocation.
   *
   * @return the allocation as it was made
   */
  public Allocation allocation() {
    return allocation;
  }

  /**
   * Keeps the allocation beyond the guard.
   *
   * @return the allocation
   */
  public Allocation keep() {
    held = false;
    return allocation;
  }

  /**
   * Gives the allocation back, once, and waits for the answer. The etag keeps a later holder of the same id safe. That the
   * allocation is gone already is no error.
   *
   * @throws PodnetException what {@code ReleaseAddress} refuses
   */
  @Override
  public void close() {
    if (held) {
      held = false;
      ReleaseAddressRequest release =
          ReleaseAddressRequest.newBuilder()
              .setName(allocation.getName())
              .setEtag(allocation.getMeta().getEtag())
              .build();
      try {
        client.call(IpamServiceGrpc.getReleaseAddressMethod(), release);
      } catch (PodnetException.NotFound gone) {
        return;
      }
    }
  }
}
