import io.podnet.Client;
import io.podnet.PodnetException;
import io.podnet.v1.AdminServiceGrpc;
import io.podnet.v1.AllocateAddressRequest;
import io.podnet.v1.BatchAllocateAddressesRequest;
import io.podnet.v1.BatchReleaseAddressesRequest;
import io.podnet.v1.GetServerInfoRequest;
import io.podnet.v1.IpamServiceGrpc;
import io.podnet.v1.ReleaseAddressRequest;
import io.podnet.v1.StreamAddressesRequest;
import io.podnet.v1.StreamAddressesResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Allocates and releases addresses in the three ways that there are, beside calls that carry nothing, and prints how many
 * operations each made in a second. Arguments: cluster node count; the node must have so many addresses free.
 */
public final class Load {
  private static final int BATCH_SIZE = 256;
  private static final int IN_FLIGHT = 16;

  private final Client client;
  private final String cluster;
  private final List<String> nodes;
  private final String prefix;

  Load(Client client, String cluster, List<String> nodes, String prefix) {
    this.client = client;
    this.cluster = cluster;
    this.nodes = nodes;
    this.prefix = prefix;
  }

  public static void main(String[] arguments) throws InterruptedException {
    String cluster = arguments.length > 0 ? arguments[0] : "clusters/prod";
    String node = arguments.length > 1 ? arguments[1] : "clusters/prod/nodes/np1-0";
    int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
    try (Client client = Client.connect()) {
      for (String way : List.of("unary", "batch", "stream", "echo")) {
        Load load = new Load(client, cluster, List.of(node), "load-" + way);
        int operations = 2 * count;
        double seconds = load.run(way, operations, IN_FLIGHT, Math.min(BATCH_SIZE, count));
        System.out.printf("%-6s %8.0f operations/s%n", way, operations / seconds);
      }
    }
  }

  /** Makes so many operations, each release after its allocate, and says how many seconds that took. */
  double run(String way, int count, int inFlight, int batchSize) throws InterruptedException {
    long begin = System.nanoTime();
    if (way.equals("stream")) {
      Iterable<StreamAddressesRequest> operations =
          () -> IntStream.range(0, count).mapToObj(place -> operation(place, count, inFlight)).iterator();
      client.stream(operations).forEachRemaining(Load::check);
    } else {
      int size = way.equals("batch") ? batchSize : 1;
      int step = way.equals("echo") ? 1 : 2 * size;
      Semaphore free = new Semaphore(inFlight);
      List<CompletableFuture<?>> answers = new ArrayList<>();
      for (int done = 0; done < count; done += step) {
        free.acquire();
        answers.add(some(way, done / 2, size).whenComplete((answer, failed) -> free.release()));
      }
      answers.forEach(CompletableFuture::join);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void check(StreamAddressesResponse answer) {
    if (answer.hasError()) {
      throw PodnetException.of(answer.getError());
    }
  }

  private CompletableFuture<?> some(String way, int first, int size) {
    switch (way) {
      case "echo":
        return client.callAsync(AdminServiceGrpc.getGetServerInfoMethod(), GetServerInfoRequest.getDefaultInstance());
      case "unary":
        return client
            .callAsync(IpamServiceGrpc.getAllocateAddressMethod(), allocate(first))
            .thenCompose(done -> client.callAsync(IpamServiceGrpc.getReleaseAddressMethod(), release(first)));
      default:
        var allocates = BatchAllocateAddressesRequest.newBuilder().setParent(cluster);
        var releases = BatchReleaseAddressesRequest.newBuilder().setParent(cluster);
        IntStream.range(first, first + size).forEach(number -> allocates.addRequests(allocate(number)));
        IntStream.range(first, first + size).forEach(number -> releases.addRequests(release(number)));
        return client
            .callAsync(IpamServiceGrpc.getBatchAllocateAddressesMethod(), allocates.build())
            .thenCompose(done -> client.callAsync(IpamServiceGrpc.getBatchReleaseAddressesMethod(), releases.build()));
    }
  }

  /** The allocates of a window, then its releases, so that both are on their way at once. */
  private StreamAddressesRequest operation(int place, int count, int inFlight) {
    int first = place / (2 * inFlight) * inFlight;
    int window = Math.min(inFlight, count / 2 - first);
    int number = first + (place - 2 * first) % window;
    var operation = StreamAddressesRequest.newBuilder();
    boolean allocates = place - 2 * first < window;
    return (allocates ? operation.setAllocate(allocate(number)) : operation.setRelease(release(number))).build();
  }

  private AllocateAddressRequest allocate(int number) {
    return AllocateAddressRequest.newBuilder()
        .setParent(cluster)
        .setNode(nodes.get(number % nodes.size()))
        .setAllocationId(prefix + "-" + number)
        .build();
  }

  private ReleaseAddressRequest release(int number) {
    return ReleaseAddressRequest.newBuilder().setName(cluster + "/allocations/" + prefix + "-" + number).build();
  }
}
