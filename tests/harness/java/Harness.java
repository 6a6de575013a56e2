import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.grpc.MethodDescriptor;
import io.podnet.AllocationGuard;
import io.podnet.Client;
import io.podnet.Options;
import io.podnet.Paged;
import io.podnet.PodnetException;
import io.podnet.Watch;
import io.podnet.v1.*;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads one JSON object for each line, calls the published client, writes one JSON object for each line. */
public final class Harness {
  private static final Map<String, MethodDescriptor<?, ?>> METHODS =
      Stream.of(
              AdminServiceGrpc.getServiceDescriptor(), ClusterServiceGrpc.getServiceDescriptor(),
              FlowServiceGrpc.getServiceDescriptor(), IpamServiceGrpc.getServiceDescriptor(),
              NetworkServiceGrpc.getServiceDescriptor(), ProofServiceGrpc.getServiceDescriptor(),
              RouteServiceGrpc.getServiceDescriptor(), SecurityServiceGrpc.getServiceDescriptor(),
              WatchServiceGrpc.getServiceDescriptor(), WorkloadServiceGrpc.getServiceDescriptor())
          .flatMap(service -> service.getMethods().stream())
          .collect(Collectors.toMap(MethodDescriptor::getFullMethodName, method -> method));
  private static final TypeRegistry TYPES =
      TypeRegistry.newBuilder()
          .add(com.google.rpc.ErrorInfo.getDescriptor().getFile().getMessageTypes())
          .build();
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final Map<String, Boolean> asynchronous = new ConcurrentHashMap<>();
  private final Map<String, Watch> watches = new ConcurrentHashMap<>();

  private static final class Unsupported extends RuntimeException {
    Unsupported(String why) {
      super(why);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Harness harness = new Harness();
    var workers = Executors.newCachedThreadPool();
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = lines.readLine()) != null; ) {
      JsonObject job = JsonParser.parseString(line).getAsJsonObject();
      workers.execute(() -> harness.answer(job));
    }
    System.exit(0);
  }

  private void answer(JsonObject job) {
    JsonObject answer = new JsonObject();
    answer.add("id", job.get("id"));
    try {
      JsonObject args = job.has("args") ? job.getAsJsonObject("args") : new JsonObject();
      answer.add("ok", run(job.get("op").getAsString(), text(job, "client", ""), args));
    } catch (Unsupported missing) {
      answer.addProperty("unsupported", missing.getMessage());
    } catch (PodnetException error) {
      answer.add("error", error(error));
    } catch (Exception | AssertionError defect) {
      defect.printStackTrace();
      JsonObject error = new JsonObject();
      error.addProperty("code", "UNKNOWN");
      error.addProperty("class", defect.getClass().getSimpleName());
      error.addProperty("message", String.valueOf(defect.getMessage()));
      answer.add("error", error);
    }
    OUT.println(new Gson().toJson(answer));
  }

  private JsonObject run(String op, String name, JsonObject args) throws Exception {
    JsonObject ok = new JsonObject();
    switch (op) {
      case "hello":
        return JsonParser.parseString("{\"language\":\"java\",\"version\":\"0.1.0\",\"styles\":[\"sync\",\"async\"]}")
            .getAsJsonObject();
      case "connect":
        connect(name, args);
        return ok;
      case "call":
        ok.add("response", json(call(name, method(args), args)));
        return ok;
      case "list":
        return list(clients.get(name), method(args), args);
      case "hold":
        ok.add("allocation", json(hold(clients.get(name), args)));
        return ok;
      case "stream":
        ok.add("results", stream(clients.get(name), args.getAsJsonArray("operations")));
        return ok;
      case "watch":
        try (Watch watch = watch(clients.get(name), args)) {
          ok.add("items", items(watch, args));
        }
        return ok;
      case "watch_start":
        watches.put(args.get("watch").getAsString(), watch(clients.get(name), args));
        return ok;
      case "watch_next":
        ok.add("items", items(watches.get(args.get("watch").getAsString()), args));
        return ok;
      case "watch_stop":
        watches.remove(args.get("watch").getAsString()).close();
        return ok;
      case "load":
        return load(clients.get(name), args);
      case "close":
        clients.remove(name).close();
        return ok;
      default:
        throw new Unsupported("no operation `" + op + "`");
    }
  }

  private void connect(String name, JsonObject args) {
    if (text(args, "transport", "grpc").equals("grpc-web")) {
      throw new Unsupported("Java speaks gRPC only");
    }
    Options options = new Options().tokenOverPlaintext(args.has("token_over_plaintext"));
    if (args.has("target")) {
      options.target(args.get("target").getAsString());
    }
    if (args.has("ca_file")) {
      options.caFile(new File(args.get("ca_file").getAsString()));
    }
    if (args.has("cert_file") || args.has("key_file")) {
      options.clientCertificate(file(args, "cert_file"), file(args, "key_file"));
    }
    if (args.has("server_name")) {
      options.serverName(args.get("server_name").getAsString());
    }
    if (args.has("token")) {
      options.token(args.get("token").getAsString());
    }
    if (args.has("tokens")) {
      Iterator<JsonElement> tokens = args.getAsJsonArray("tokens").iterator();
      String[] last = new String[1];
      options.token(() -> last[0] = tokens.hasNext() ? tokens.next().getAsString() : last[0]);
    }
    if (args.has("deadline_ms")) {
      options.deadline(Duration.ofMillis(args.get("deadline_ms").getAsLong()));
    }
    if (args.has("batch_deadline_ms")) {
      options.batchDeadline(Duration.ofMillis(args.get("batch_deadline_ms").getAsLong()));
    }
    if (args.has("retries")) {
      options.retries(args.get("retries").getAsBoolean());
    }
    asynchronous.put(name, text(args, "style", "sync").equals("async"));
    clients.put(name, Client.connect(options));
  }

  private Message call(String name, MethodDescriptor<Message, Message> method, JsonObject args) throws Exception {
    Client client = clients.get(name);
    Message request = request(method, args.get("request"));
    Duration deadline = args.has("timeout_ms") ? Duration.ofMillis(args.get("timeout_ms").getAsLong()) : null;
    if (args.has("cancel_after_ms") && !asynchronous.get(name)) {
      Thread caller = Thread.currentThread();
      CompletableFuture.delayedExecutor(args.get("cancel_after_ms").getAsLong(), TimeUnit.MILLISECONDS)
          .execute(caller::interrupt);
    }
    if (!asynchronous.get(name)) {
      return deadline == null ? client.call(method, request) : client.call(method, request, deadline);
    }
    CompletableFuture<Message> answer =
        deadline == null ? client.callAsync(method, request) : client.callAsync(method, request, deadline);
    if (args.has("cancel_after_ms")) {
      CompletableFuture.delayedExecutor(args.get("cancel_after_ms").getAsLong(), TimeUnit.MILLISECONDS)
          .execute(() -> answer.cancel(true));
    }
    try {
      return answer.join();
    } catch (CancellationException cancelled) {
      throw PodnetException.of(io.grpc.Status.CANCELLED.withDescription("cancelled by the caller"), null);
    } catch (CompletionException failed) {
      throw (PodnetException) failed.getCause();
    }
  }

  private static JsonObject list(Client client, MethodDescriptor<Message, Message> method, JsonObject args) {
    int limit = args.has("limit") ? args.get("limit").getAsInt() : Integer.MAX_VALUE;
    int[] pages = new int[1];
    Paged<Message, Message> list =
        client.list(
            method,
            request(method, args.get("request")),
            response -> {
              pages[0]++;
              @SuppressWarnings("unchecked")
              List<Message> items = (List<Message>) response.getField(response.getDescriptorForType().findFieldByNumber(1));
              return items;
            });
    JsonObject ok = new JsonObject();
    JsonArray items = new JsonArray();
    list.stream().limit(limit).forEach(item -> items.add(json(item)));
    ok.add("items", items);
    ok.addProperty("pages", pages[0]);
    return ok;
  }

  private static Message hold(Client client, JsonObject args) {
    var request = (AllocateAddressRequest) request(method("podnet.v1.IpamService/AllocateAddress"), args.get("request"));
    Allocation allocation = null;
    try (AllocationGuard guard = client.hold(request)) {
      allocation = guard.allocation();
      if (text(args, "end", "leave").equals("keep")) {
        guard.keep();
      } else if (text(args, "end", "leave").equals("error")) {
        throw new IllegalStateException("the scope ends by an error");
      }
    } catch (IllegalStateException ended) {
      return allocation;
    }
    return allocation;
  }

  private static JsonArray stream(Client client, JsonArray operations) {
    List<StreamAddressesRequest> requests = new ArrayList<>();
    for (JsonElement operation : operations) {
      var request = (StreamAddressesRequest) request(method("podnet.v1.IpamService/StreamAddresses"), operation);
      requests.add(request.toBuilder().setCorrelationId(requests.size() + 1).build());
    }
    JsonElement[] results = new JsonElement[requests.size()];
    client.stream(requests).forEachRemaining(answer -> results[(int) answer.getCorrelationId() - 1] = json(answer));
    JsonArray all = new JsonArray();
    for (JsonElement result : results) {
      all.add(result);
    }
    return all;
  }

  private static Watch watch(Client client, JsonObject args) {
    var options = WatchRequest.newBuilder().setParent(text(args, "parent", "")).setResumeToken(text(args, "resume_token", ""));
    options.setIncludeSnapshot(args.has("include_snapshot") && args.get("include_snapshot").getAsBoolean());
    if (args.has("kinds")) {
      List<ResourceKind> kinds = new ArrayList<>();
      args.getAsJsonArray("kinds").forEach(kind -> kinds.add(ResourceKind.valueOf(kind.getAsString())));
      options.addAllKinds(kinds);
    }
    if (args.has("progress_interval_ms")) {
      options.setProgressInterval(com.google.protobuf.util.Durations.fromMillis(args.get("progress_interval_ms").getAsLong()));
    }
    return client.watch(options.build());
  }

  private static JsonArray items(Watch watch, JsonObject args) {
    JsonArray items = new JsonArray();
    int[] left = new int[4];
    String[] stops = {"events", "progress", "snapshots", "resyncs"};
    for (int i = 0; i < stops.length; i++) {
      left[i] = args.has(stops[i]) ? args.get(stops[i]).getAsInt() : -1;
    }
    while (IntStream.of(left).noneMatch(count -> count == 0) && watch.hasNext()) {
      Watch.Item item = watch.next();
      JsonObject said = new JsonObject();
      if (item.isResync()) {
        left[3]--;
        said.add("resync", new JsonObject());
      } else if (item.event() != null) {
        left[0]--;
        said.add("event", json(item.event()));
      } else {
        left[1]--;
        left[2] -= item.progress().getSnapshotComplete() ? 1 : 0;
        said.add("progress", json(item.progress()));
      }
      items.add(said);
    }
    return items;
  }

  /** Allocates with their releases, or nothing at all, as fast as the server answers. */
  private static JsonObject load(Client client, JsonObject args) throws Exception {
    String shape = args.get("shape").getAsString();
    int count = args.get("count").getAsInt();
    int inFlight = args.get("in_flight").getAsInt();
    long begin = System.nanoTime();
    if (shape.equals("stream")) {
      // A window of allocates, then their releases, so that both are on their way at once.
      Iterable<StreamAddressesRequest> operations =
          () -> IntStream.range(0, count).mapToObj(place -> operation(args, inFlight, count, place)).iterator();
      client.stream(operations).forEachRemaining(Harness::succeeded);
    } else {
      int size = shape.equals("batch") ? args.get("batch_size").getAsInt() : 1;
      int step = shape.equals("echo") ? 1 : 2 * size;
      Semaphore free = new Semaphore(inFlight);
      List<CompletableFuture<?>> answers = new ArrayList<>();
      for (int i = 0; i < count; i += step) {
        free.acquire();
        answers.add(some(client, args, shape, i / 2, size).whenComplete((done, failed) -> free.release()));
      }
      CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0])).join();
    }
    JsonObject ok = new JsonObject();
    ok.addProperty("seconds", (System.nanoTime() - begin) / 1e9);
    ok.addProperty("operations", count);
    return ok;
  }

  private static CompletableFuture<?> some(Client client, JsonObject args, String shape, int first, int size) {
    if (shape.equals("echo")) {
      return client.callAsync(AdminServiceGrpc.getGetServerInfoMethod(), GetServerInfoRequest.getDefaultInstance());
    }
    if (shape.equals("unary")) {
      return client
          .callAsync(IpamServiceGrpc.getAllocateAddressMethod(), allocate(args, first))
          .thenCompose(done -> client.callAsync(IpamServiceGrpc.getReleaseAddressMethod(), release(args, first)));
    }
    var allocates = BatchAllocateAddressesRequest.newBuilder().setParent(text(args, "parent", ""));
    var releases = BatchReleaseAddressesRequest.newBuilder().setParent(text(args, "parent", ""));
    for (int n = first; n < first + size; n++) {
      allocates.addRequests(allocate(args, n));
      releases.addRequests(release(args, n));
    }
    return client
        .callAsync(IpamServiceGrpc.getBatchAllocateAddressesMethod(), allocates.build())
        .thenCompose(done -> client.callAsync(IpamServiceGrpc.getBatchReleaseAddressesMethod(), releases.build()));
  }

  private static StreamAddressesRequest operation(JsonObject args, int inFlight, int count, int place) {
    int first = place / (2 * inFlight) * inFlight;
    int window = Math.min(inFlight, count / 2 - first);
    int number = first + (place - 2 * first) % window;
    var operation = StreamAddressesRequest.newBuilder();
    return place - 2 * first < window
        ? operation.setAllocate(allocate(args, number)).build()
        : operation.setRelease(release(args, number)).build();
  }

  private static AllocateAddressRequest allocate(JsonObject args, int number) {
    var nodes = args.getAsJsonArray("nodes");
    return AllocateAddressRequest.newBuilder()
        .setParent(text(args, "parent", ""))
        .setNode(nodes.get(number % nodes.size()).getAsString())
        .setAllocationId(text(args, "prefix", "load") + "-" + number)
        .build();
  }

  private static ReleaseAddressRequest release(JsonObject args, int number) {
    String id = text(args, "prefix", "load") + "-" + number;
    return ReleaseAddressRequest.newBuilder().setName(text(args, "parent", "") + "/allocations/" + id).build();
  }

  private static void succeeded(StreamAddressesResponse answer) {
    if (answer.hasError()) {
      throw PodnetException.of(answer.getError());
    }
  }

  private static JsonObject error(PodnetException error) {
    JsonObject said = new JsonObject();
    said.addProperty("code", error.code().name());
    said.addProperty("class", error.getClass().getSimpleName().replace("PodnetException", "PodnetError"));
    said.addProperty("message", error.getMessage());
    said.addProperty("attempts", error.attempts());
    if (!error.reasonText().isEmpty()) {
      said.addProperty("reason", error.reasonText());
    }
    if (!error.requestId().isEmpty()) {
      said.addProperty("request_id", error.requestId());
    }
    error.retryAfter().ifPresent(wait -> said.addProperty("retry_after_ms", wait.toMillis()));
    if (!error.metadata().isEmpty()) {
      said.add("metadata", new Gson().toJsonTree(error.metadata()));
    }
    JsonArray violations = new JsonArray();
    for (com.google.rpc.BadRequest.FieldViolation violation : error.violations()) {
      JsonObject one = new JsonObject();
      one.addProperty("field", violation.getField());
      one.addProperty("description", violation.getDescription());
      violations.add(one);
    }
    if (!violations.isEmpty()) {
      said.add("violations", violations);
    }
    return said;
  }

  private static MethodDescriptor<Message, Message> method(JsonObject args) {
    return method(args.get("method").getAsString());
  }

  @SuppressWarnings("unchecked")
  private static MethodDescriptor<Message, Message> method(String name) {
    MethodDescriptor<?, ?> method = METHODS.get(name);
    if (method == null) {
      throw new Unsupported("no method `" + name + "`");
    }
    return (MethodDescriptor<Message, Message>) method;
  }

  private static Message request(MethodDescriptor<Message, Message> method, JsonElement json) {
    Message.Builder builder = prototype(method);
    try {
      JsonFormat.parser().usingTypeRegistry(TYPES).merge(json == null ? "{}" : json.toString(), builder);
    } catch (com.google.protobuf.InvalidProtocolBufferException malformed) {
      throw PodnetException.of(
          io.grpc.Status.INVALID_ARGUMENT.withDescription("the vector's request: " + malformed.getMessage()), null);
    }
    return builder.build();
  }

  private static Message.Builder prototype(MethodDescriptor<Message, Message> method) {
    var marshaller = (MethodDescriptor.PrototypeMarshaller<Message>) method.getRequestMarshaller();
    return marshaller.getMessagePrototype().newBuilderForType();
  }

  private static JsonElement json(Message message) {
    try {
      return JsonParser.parseString(JsonFormat.printer().usingTypeRegistry(TYPES).print(message));
    } catch (com.google.protobuf.InvalidProtocolBufferException unprintable) {
      throw new IllegalStateException(unprintable);
    }
  }

  private static String text(JsonObject args, String key, String otherwise) {
    return args.has(key) ? args.get(key).getAsString() : otherwise;
  }

  private static File file(JsonObject args, String key) {
    return args.has(key) ? new File(args.get(key).getAsString()) : null;
  }
}
