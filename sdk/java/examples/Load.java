import io.podnet.AddressStream;
import io.podnet.Client;
import io.podnet.PodnetException;
import io.podnet.v1.AllocateAddressRequest;
import io.podnet.v1.BatchAllocateAddressesRequest;
import io.podnet.v1.BatchReleaseAddressesRequest;
import io.podnet.v1.IpamServiceGrpc;
import io.podnet.v1.ReleaseAddressRequest;
import io.podnet.v1.StreamAddressesRequest;
import io.podnet.v1.StreamAddressesResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Allocates and releases addresses in the three ways that there are, and prints how many operations each made in a second.
 * Arguments: cluster node count; the node must have so many addresses free.
 */
public final class Load {
  private static final int BATCH_SIZE = 256;
  private static final int IN_FLIGHT = 16;

  private final Client client;
  private final String cluster;
  private final String node;
  private final int count;

  private Load(Client client, String cluster, String node, int count) {
    this.client = client;
    this.cluster = cluster;
    this.node = node;
    this.count = count;
  }

  public static void main(String[] arguments) throws InterruptedException {
    String cluster = arguments.length > 0 ? arguments[0] : "clusters/prod";
    String node = arguments.length > 1 ? arguments[1] : "clusters/prod/nodes/np1-0";
    int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
    try (Client client = Client.connect()) {
      Load load = new Load(client, cluster, node, count);
      for (String way : List.of("unary", "batch", "stream")) {
        long begin = System.nanoTime();
        load.run(way);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%-6s %8.0f operations/s%n", way, 2 * count / seconds);
      }
    }
  }

  private void run(String way) throws InterruptedException {
    switch (way) {
      case "unary":
        unary(i -> client.callAsync(IpamServiceGrpc.getAllocateAddressMethod(), allocate(way, i)));
        unary(i -> client.callAsync(IpamServiceGrpc.getReleaseAddressMethod(), release(way, i)));
        break;
      case "batch":
        batch(way);
        break;
      default:
        // Operations of a stream run at once, so the releases wait for all allocates.
        stream(i -> StreamAddressesRequest.newBuilder().setAllocate(allocate(way, i)).build());
        stream(i -> StreamAddressesRequest.newBuilder().setRelease(release(way, i)).build());
    }
  }

  private AllocateAddressRequest allocate(String way, int number) {
    return AllocateAddressRequest.newBuilder()
        .setParent(cluster)
        .setAllocationId("load-" + way + "-" + number)
        .setNode(node)
        .build();
  }

  private ReleaseAddressRequest release(String way, int number) {
    return ReleaseAddressRequest.newBuilder()
        .setName(cluster + "/allocations/load-" + way + "-" + number)
        .build();
  }

  private void unary(IntFunction<CompletableFuture<?>> operation) throws InterruptedException {
    Semaphore free = new Semaphore(IN_FLIGHT);
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      free.acquire();
      answers.add(operation.apply(number).whenComplete((answer, error) -> free.release()));
    }
    answers.forEach(CompletableFuture::join);
  }

  private void batch(String way) {
    for (int first = 0; first < count; first += BATCH_SIZE) {
      var allocates = BatchAllocateAddressesRequest.newBuilder().setParent(cluster);
      var releases = BatchReleaseAddressesRequest.newBuilder().setParent(cluster);
      IntStream.range(first, Math.min(count, first + BATCH_SIZE))
          .forEach(
              number -> {
                allocates.addRequests(allocate(way, number));
                releases.addRequests(release(way, number));
              });
      client.call(IpamServiceGrpc.getBatchAllocateAddressesMethod(), allocates.build());
      client.call(IpamServiceGrpc.getBatchReleaseAddressesMethod(), releases.build());
    }
  }

  private void stream(IntFunction<StreamAddressesRequest> operation) {
    Iterable<StreamAddressesRequest> operations = () -> IntStream.range(0, count).mapToObj(operation).iterator();
    try (AddressStream answers = client.stream(operations)) {
      while (answers.hasNext()) {
        StreamAddressesResponse answer = answers.next();
        if (answer.hasError()) {
          throw PodnetException.of(answer.getError());
        }
      }
    }
  }
}
