import io.podnet.Client;
import io.podnet.v1.Flow;
import io.podnet.v1.FlowEndpoint;
import io.podnet.v1.FlowServiceGrpc;
import io.podnet.v1.TraceFlowRequest;
import io.podnet.v1.TraceFlowResponse;
import java.util.stream.Stream;

/** Shows what happens to a packet, hop by hop, both ways. Arguments: cluster from to port. */
public final class Trace {
  public static void main(String[] arguments) {
    String cluster = arguments.length > 0 ? arguments[0] : "clusters/prod";
    String from = arguments.length > 1 ? arguments[1] : "10.240.0.4";
    String to = arguments.length > 2 ? arguments[2] : "10.240.0.5";
    int port = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 443;
    Flow flow =
        Flow.newBuilder()
            .setSource(FlowEndpoint.newBuilder().setAddress(from))
            .setDestination(FlowEndpoint.newBuilder().setAddress(to))
            .setDestinationPort(port)
            .build();
    try (Client client = Client.connect()) {
      TraceFlowResponse answer =
          client.call(
              FlowServiceGrpc.getTraceFlowMethod(),
              TraceFlowRequest.newBuilder().setParent(cluster).setFlow(flow).build());
      System.out.println(answer.getResult().getVerdict());
      Stream.concat(
              answer.getResult().getForwardTracesList().stream(), answer.getResult().getReturnTracesList().stream())
          .forEach(
              trace -> {
                System.out.println(trace.getVerdict());
                trace.getStepsList().forEach(s -> System.out.println("  " + s.getKind() + " " + s.getDescription()));
              });
    }
  }
}
