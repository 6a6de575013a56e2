import com.google.gson.*;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.JsonFormat;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.podnet.*;
import io.podnet.Watch;
import io.podnet.v1.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.Consumer;
import java.util.stream.*;

/** Reads one JSON object for each line, calls the published client, writes one JSON object for each line. */
public final class Harness {
  private static final TypeRegistry TYPES =
      TypeRegistry.newBuilder().add(com.google.rpc.ErrorInfo.getDescriptor().getFile().getMessageTypes()).build();
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final Set<String> asynchronous = ConcurrentHashMap.newKeySet();
  private final Map<String, Watch> watches = new ConcurrentHashMap<>();

  public static void main(String[] arguments) throws IOException {
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
    JsonObject answer = object("id", job.get("id"));
    try {
      JsonObject args = job.has("args") ? job.getAsJsonObject("args") : new JsonObject();
      answer.add("ok", run(job.get("op").getAsString(), text(job, "client", ""), args));
    } catch (UnsupportedOperationException missing) {
      answer.addProperty("unsupported", missing.getMessage());
    } catch (PodnetException error) {
      answer.add("error", error(error));
    } catch (Exception | AssertionError defect) {
      defect.printStackTrace();
      answer.add("error", object("code", new JsonPrimitive("UNKNOWN")));
    }
    OUT.println(new Gson().toJson(answer));
  }

  private JsonObject run(String op, String name, JsonObject args) throws Exception {
    Client client = clients.get(name);
    switch (op) {
      case "hello":
        return JsonParser.parseString("{language: java, version: 0.1.0, styles: [sync, async]}").getAsJsonObject();
      case "connect":
        connect(name, args);
        return new JsonObject();
      case "call":
        return object("response", json(call(client, asynchronous.contains(name), args)));
      case "list":
        return list(client, args);
      case "hold":
        return object("allocation", json(hold(client, args)));
      case "stream":
        return object("results", stream(client, args.getAsJsonArray("operations")));
      case "watch":
        try (Watch watch = watch(client, args)) {
          return object("items", items(watch, args));
        }
      case "watch_start":
        watches.put(text(args, "watch", ""), watch(client, args));
        return new JsonObject();
      case "watch_next":
        return object("items", items(watches.get(text(args, "watch", "")), args));
      case "watch_stop":
        watches.remove(text(args, "watch", "")).close();
        return new JsonObject();
      case "load":
        return load(client, args);
      case "close":
        client.close();
        return new JsonObject();
      default:
        throw new UnsupportedOperationException("no operation `" + op + "`");
    }
  }

  private void connect(String name, JsonObject args) {
    if (text(args, "transport", "grpc").equals("grpc-web")) {
      throw new UnsupportedOperationException("Java speaks gRPC only");
    }
    Options options = new Options();
    given(args, "target", value -> options.target(value.getAsString()));
    given(args, "ca_file", value -> options.caFile(new File(value.getAsString())));
    given(args, "cert_file", value -> options.certFile(new File(value.getAsString())));
    given(args, "key_file", value -> options.keyFile(new File(value.getAsString())));
    given(args, "server_name", value -> options.serverName(value.getAsString()));
    given(args, "token", value -> options.token(value.getAsString()));
    given(args, "token_over_plaintext", value -> options.tokenOverPlaintext(value.getAsBoolean()));
    given(args, "deadline_ms", value -> options.deadline(Duration.ofMillis(value.getAsLong())));
    given(args, "batch_deadline_ms", value -> options.batchDeadline(Duration.ofMillis(value.getAsLong())));
    given(args, "retries", value -> options.retries(value.getAsBoolean()));
    Deque<JsonElement> tokens = new ConcurrentLinkedDeque<>();
    given(args, "tokens", value -> value.getAsJsonArray().forEach(tokens::add));
    if (!tokens.isEmpty()) {
      options.token(() -> (tokens.size() > 1 ? tokens.remove() : tokens.peek()).getAsString());
    }
    given(args, "style", value -> asynchronous.add(value.getAsString().equals("async") ? name : ""));
    clients.put(name, Client.connect(options));
  }

  private static Message call(Client client, boolean asynchronous, JsonObject args) {
    var method = method(args);
    Message request = request(method, args.get("request"));
    Optional<Duration> deadline = Optional.ofNullable(args.get("timeout_ms")).map(ms -> Duration.ofMillis(ms.getAsLong()));
    if (!asynchronous) {
      Thread caller = Thread.currentThread();
      given(args, "cancel_after_ms", after -> later(after, caller::interrupt));
      return deadline.isPresent() ? client.call(method, request, deadline.get()) : client.call(method, request);
    }
    CompletableFuture<Message> answer =
        deadline.map(longest -> client.callAsync(method, request, longest)).orElseGet(() -> client.callAsync(method, request));
    given(args, "cancel_after_ms", after -> later(after, () -> answer.cancel(true)));
    try {
      return answer.join();
    } catch (CancellationException cancelled) {
      throw PodnetException.of(Status.CANCELLED.withDescription("cancelled by the caller"), null);
    } catch (CompletionException failed) {
      throw (PodnetException) failed.getCause();
    }
  }

  private static void later(JsonElement milliseconds, Runnable work) {
    CompletableFuture.delayedExecutor(milliseconds.getAsLong(), TimeUnit.MILLISECONDS).execute(work);
  }

  private static JsonObject list(Client client, JsonObject args) {
    int[] pages = new int[1];
    var method = method(args);
    Paged<Message, Message> list =
        client.list(
            method,
            request(method, args.get("request")),
            page -> {
              pages[0]++;
              @SuppressWarnings("unchecked")
              List<Message> items = (List<Message>) page.getField(page.getDescriptorForType().findFieldByNumber(1));
              return items;
            });
    JsonArray items = new JsonArray();
    list.stream().limit(number(args, "limit", Integer.MAX_VALUE)).forEach(item -> items.add(json(item)));
    JsonObject ok = object("items", items);
    ok.addProperty("pages", pages[0]);
    return ok;
  }

  private static Message hold(Client client, JsonObject args) {
    var method = method(object("method", new JsonPrimitive("podnet.v1.IpamService/AllocateAddress")));
    try (AllocationGuard guard = client.hold((AllocateAddressRequest) request(method, args.get("request")))) {
      return text(args, "end", "leave").equals("keep") ? guard.keep() : guard.allocation();
    }
  }

  private static JsonArray stream(Client client, JsonArray operations) {
    var method = method(object("method", new JsonPrimitive("podnet.v1.IpamService/StreamAddresses")));
    List<StreamAddressesRequest> requests = new ArrayList<>();
    operations.forEach(operation -> requests.add((StreamAddressesRequest) request(method, operation)));
    Map<Long, JsonElement> results = new TreeMap<>();
    client.stream(requests).forEachRemaining(answer -> results.put(answer.getCorrelationId(), json(answer)));
    return new Gson().toJsonTree(results.values()).getAsJsonArray();
  }

  private static Watch watch(Client client, JsonObject args) {
    var request = WatchRequest.newBuilder().setParent(text(args, "parent", ""));
    request.setResumeToken(text(args, "resume_token", ""));
    given(args, "include_snapshot", value -> request.setIncludeSnapshot(value.getAsBoolean()));
    given(args, "progress_interval_ms", value -> request.setProgressInterval(Durations.fromMillis(value.getAsLong())));
    given(args, "kinds", kinds -> kinds.getAsJsonArray().forEach(kind -> request.addKinds(ResourceKind.valueOf(kind.getAsString()))));
    return client.watch(request.build());
  }

  private static JsonArray items(Watch watch, JsonObject args) {
    JsonArray items = new JsonArray();
    int[] left = Stream.of("events", "progress", "snapshots", "resyncs").mapToInt(stop -> number(args, stop, -1)).toArray();
    while (IntStream.of(left).noneMatch(count -> count == 0) && watch.hasNext()) {
      Watch.Item item = watch.next();
      if (item.isResync()) {
        left[3]--;
        items.add(object("resync", new JsonObject()));
      } else if (item.event() != null) {
        left[0]--;
        items.add(object("event", json(item.event())));
      } else {
        left[1]--;
        left[2] -= item.progress().getSnapshotComplete() ? 1 : 0;
        items.add(object("progress", json(item.progress())));
      }
    }
    return items;
  }

  private static JsonObject error(PodnetException error) {
    JsonObject said = new JsonObject();
    said.addProperty("code", error.code().name());
    said.addProperty("class", error.getClass().getSimpleName().replace("PodnetException", "PodnetError"));
    said.addProperty("message", error.getMessage());
    said.addProperty("attempts", error.attempts());
    said.addProperty("reason", error.reasonText());
    said.addProperty("request_id", error.requestId());
    error.retryAfter().ifPresent(wait -> said.addProperty("retry_after_ms", wait.toMillis()));
    said.add("metadata", new Gson().toJsonTree(error.metadata()));
    JsonArray violations = new JsonArray();
    error.violations().forEach(violation -> violations.add(json(violation)));
    said.add("violations", violations);
    // What has no value is left out.
    said.entrySet().removeIf(entry -> Set.of("\"\"", "{}", "[]").contains(entry.getValue().toString()));
    return said;
  }

  /** By the load generator of the client's examples. */
  private static JsonObject load(Client client, JsonObject args) throws InterruptedException {
    List<String> nodes = new ArrayList<>();
    given(args, "nodes", some -> some.getAsJsonArray().forEach(node -> nodes.add(node.getAsString())));
    Load load = new Load(client, text(args, "parent", ""), nodes, text(args, "prefix", "load"));
    int count = number(args, "count", 0);
    double seconds = load.run(text(args, "shape", ""), count, number(args, "in_flight", 1), number(args, "batch_size", 1));
    JsonObject ok = object("seconds", new JsonPrimitive(seconds));
    ok.addProperty("operations", count);
    return ok;
  }

  /** As {@code podnet.v1.IpamService/AllocateAddress}. */
  @SuppressWarnings("unchecked")
  private static MethodDescriptor<Message, Message> method(JsonObject args) {
    String[] name = text(args, "method", "").replace("podnet.v1", "io.podnet.v1").split("/");
    try {
      Class<?> service = Class.forName(name[0] + "Grpc");
      return (MethodDescriptor<Message, Message>) service.getMethod("get" + name[1] + "Method").invoke(null);
    } catch (ReflectiveOperationException missing) {
      throw new UnsupportedOperationException(missing);
    }
  }

  private static Message request(MethodDescriptor<Message, Message> method, JsonElement json) {
    var marshaller = (MethodDescriptor.PrototypeMarshaller<Message>) method.getRequestMarshaller();
    Message.Builder builder = marshaller.getMessagePrototype().newBuilderForType();
    try {
      JsonFormat.parser().usingTypeRegistry(TYPES).merge(json == null ? "{}" : json.toString(), builder);
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalArgumentException(malformed);
    }
    return builder.build();
  }

  private static JsonElement json(Message message) {
    try {
      return JsonParser.parseString(JsonFormat.printer().usingTypeRegistry(TYPES).print(message));
    } catch (InvalidProtocolBufferException unprintable) {
      throw new IllegalStateException(unprintable);
    }
  }

  private static JsonObject object(String key, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(key, value);
    return object;
  }

  private static void given(JsonObject args, String key, Consumer<JsonElement> use) {
    Optional.ofNullable(args.get(key)).ifPresent(use);
  }

  private static String text(JsonObject args, String key, String otherwise) {
    return args.has(key) ? args.get(key).getAsString() : otherwise;
  }

  private static int number(JsonObject args, String key, int otherwise) {
    return args.has(key) ? args.get(key).getAsInt() : otherwise;
  }
}
