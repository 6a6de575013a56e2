package io.podnet.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Traces packets through the model of the network. Traces change nothing; the same flow at the same
 * revision has the same answer on every server. What happens to the packet is the answer, not an
 * error: an unreachable destination answers OK.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class FlowServiceGrpc {

  private FlowServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "podnet.v1.FlowService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.TraceFlowRequest,
      io.podnet.v1.TraceFlowResponse> getTraceFlowMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "TraceFlow",
      requestType = io.podnet.v1.TraceFlowRequest.class,
      responseType = io.podnet.v1.TraceFlowResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.TraceFlowRequest,
      io.podnet.v1.TraceFlowResponse> getTraceFlowMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.TraceFlowRequest, io.podnet.v1.TraceFlowResponse> getTraceFlowMethod;
    if ((getTraceFlowMethod = FlowServiceGrpc.getTraceFlowMethod) == null) {
      synchronized (FlowServiceGrpc.class) {
        if ((getTraceFlowMethod = FlowServiceGrpc.getTraceFlowMethod) == null) {
          FlowServiceGrpc.getTraceFlowMethod = getTraceFlowMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.TraceFlowRequest, io.podnet.v1.TraceFlowResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "TraceFlow"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.TraceFlowRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.TraceFlowResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FlowServiceMethodDescriptorSupplier("TraceFlow"))
              .build();
        }
      }
    }
    return getTraceFlowMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.BatchTraceFlowsRequest,
      io.podnet.v1.BatchTraceFlowsResponse> getBatchTraceFlowsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchTraceFlows",
      requestType = io.podnet.v1.BatchTraceFlowsRequest.class,
      responseType = io.podnet.v1.BatchTraceFlowsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.BatchTraceFlowsRequest,
      io.podnet.v1.BatchTraceFlowsResponse> getBatchTraceFlowsMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.BatchTraceFlowsRequest, io.podnet.v1.BatchTraceFlowsResponse> getBatchTraceFlowsMethod;
    if ((getBatchTraceFlowsMethod = FlowServiceGrpc.getBatchTraceFlowsMethod) == null) {
      synchronized (FlowServiceGrpc.class) {
        if ((getBatchTraceFlowsMethod = FlowServiceGrpc.getBatchTraceFlowsMethod) == null) {
          FlowServiceGrpc.getBatchTraceFlowsMethod = getBatchTraceFlowsMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.BatchTraceFlowsRequest, io.podnet.v1.BatchTraceFlowsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchTraceFlows"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchTraceFlowsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchTraceFlowsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FlowServiceMethodDescriptorSupplier("BatchTraceFlows"))
              .build();
        }
      }
    }
    return getBatchTraceFlowsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.StreamTraceFlowsRequest,
      io.podnet.v1.StreamTraceFlowsResponse> getStreamTraceFlowsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "StreamTraceFlows",
      requestType = io.podnet.v1.StreamTraceFlowsRequest.class,
      responseType = io.podnet.v1.StreamTraceFlowsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
  public static io.grpc.MethodDescriptor<io.podnet.v1.StreamTraceFlowsRequest,
      io.podnet.v1.StreamTraceFlowsResponse> getStreamTraceFlowsMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.StreamTraceFlowsRequest, io.podnet.v1.StreamTraceFlowsResponse> getStreamTraceFlowsMethod;
    if ((getStreamTraceFlowsMethod = FlowServiceGrpc.getStreamTraceFlowsMethod) == null) {
      synchronized (FlowServiceGrpc.class) {
        if ((getStreamTraceFlowsMethod = FlowServiceGrpc.getStreamTraceFlowsMethod) == null) {
          FlowServiceGrpc.getStreamTraceFlowsMethod = getStreamTraceFlowsMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.StreamTraceFlowsRequest, io.podnet.v1.StreamTraceFlowsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "StreamTraceFlows"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.StreamTraceFlowsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.StreamTraceFlowsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FlowServiceMethodDescriptorSupplier("StreamTraceFlows"))
              .build();
        }
      }
    }
    return getStreamTraceFlowsMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static FlowServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FlowServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FlowServiceStub>() {
        @java.lang.Override
        public FlowServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FlowServiceStub(channel, callOptions);
        }
      };
    return FlowServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static FlowServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FlowServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FlowServiceBlockingV2Stub>() {
        @java.lang.Override
        public FlowServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FlowServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return FlowServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static FlowServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FlowServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FlowServiceBlockingStub>() {
        @java.lang.Override
        public FlowServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FlowServiceBlockingStub(channel, callOptions);
        }
      };
    return FlowServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static FlowServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FlowServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FlowServiceFutureStub>() {
        @java.lang.Override
        public FlowServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FlowServiceFutureStub(channel, callOptions);
        }
      };
    return FlowServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Traces packets through the model of the network. Traces change nothing; the same flow at the same
   * revision has the same answer on every server. What happens to the packet is the answer, not an
   * error: an unreachable destination answers OK.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Traces one flow, forward and back.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void traceFlow(io.podnet.v1.TraceFlowRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.TraceFlowResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getTraceFlowMethod(), responseObserver);
    }

    /**
     * <pre>
     * Traces many flows at one revision. Metadata key `index` numbers the flow that was refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 1000 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void batchTraceFlows(io.podnet.v1.BatchTraceFlowsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchTraceFlowsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchTraceFlowsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Traces flows over one stream, each as `TraceFlow` does. Answers come in the order of completion;
     * `correlation_id` says to which request each belongs. A flow that is refused has its status in
     * its answer and the stream goes on. The server says in the initial metadata
     * `podnet-max-in-flight` how many flows may be unanswered; it does not read more before it has
     * answered. When the client closes its side, the open flows are answered and the stream ends.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The server is about to stop | UNAVAILABLE | SERVER_DRAINING | Send the unanswered flows again on a new stream |
     * </pre>
     */
    default io.grpc.stub.StreamObserver<io.podnet.v1.StreamTraceFlowsRequest> streamTraceFlows(
        io.grpc.stub.StreamObserver<io.podnet.v1.StreamTraceFlowsResponse> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getStreamTraceFlowsMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service FlowService.
   * <pre>
   * Traces packets through the model of the network. Traces change nothing; the same flow at the same
   * revision has the same answer on every server. What happens to the packet is the answer, not an
   * error: an unreachable destination answers OK.
   * </pre>
   */
  public static abstract class FlowServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return FlowServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service FlowService.
   * <pre>
   * Traces packets through the model of the network. Traces change nothing; the same flow at the same
   * revision has the same answer on every server. What happens to the packet is the answer, not an
   * error: an unreachable destination answers OK.
   * </pre>
   */
  public static final class FlowServiceStub
      extends io.grpc.stub.AbstractAsyncStub<FlowServiceStub> {
    private FlowServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FlowServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FlowServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Traces one flow, forward and back.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void traceFlow(io.podnet.v1.TraceFlowRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.TraceFlowResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getTraceFlowMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Traces many flows at one revision. Metadata key `index` numbers the flow that was refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 1000 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void batchTraceFlows(io.podnet.v1.BatchTraceFlowsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchTraceFlowsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchTraceFlowsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Traces flows over one stream, each as `TraceFlow` does. Answers come in the order of completion;
     * `correlation_id` says to which request each belongs. A flow that is refused has its status in
     * its answer and the stream goes on. The server says in the initial metadata
     * `podnet-max-in-flight` how many flows may be unanswered; it does not read more before it has
     * answered. When the client closes its side, the open flows are answered and the stream ends.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The server is about to stop | UNAVAILABLE | SERVER_DRAINING | Send the unanswered flows again on a new stream |
     * </pre>
     */
    public io.grpc.stub.StreamObserver<io.podnet.v1.StreamTraceFlowsRequest> streamTraceFlows(
        io.grpc.stub.StreamObserver<io.podnet.v1.StreamTraceFlowsResponse> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncBidiStreamingCall(
          getChannel().newCall(getStreamTraceFlowsMethod(), getCallOptions()), responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service FlowService.
   * <pre>
   * Traces packets through the model of the network. Traces change nothing; the same flow at the same
   * revision has the same answer on every server. What happens to the packet is the answer, not an
   * error: an unreachable destination answers OK.
   * </pre>
   */
  public static final class FlowServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<FlowServiceBlockingV2Stub> {
    private FlowServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FlowServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FlowServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Traces one flow, forward and back.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.TraceFlowResponse traceFlow(io.podnet.v1.TraceFlowRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getTraceFlowMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Traces many flows at one revision. Metadata key `index` numbers the flow that was refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 1000 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchTraceFlowsResponse batchTraceFlows(io.podnet.v1.BatchTraceFlowsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchTraceFlowsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Traces flows over one stream, each as `TraceFlow` does. Answers come in the order of completion;
     * `correlation_id` says to which request each belongs. A flow that is refused has its status in
     * its answer and the stream goes on. The server says in the initial metadata
     * `podnet-max-in-flight` how many flows may be unanswered; it does not read more before it has
     * answered. When the client closes its side, the open flows are answered and the stream ends.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The server is about to stop | UNAVAILABLE | SERVER_DRAINING | Send the unanswered flows again on a new stream |
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<io.podnet.v1.StreamTraceFlowsRequest, io.podnet.v1.StreamTraceFlowsResponse>
        streamTraceFlows() {
      return io.grpc.stub.ClientCalls.blockingBidiStreamingCall(
          getChannel(), getStreamTraceFlowsMethod(), getCallOptions());
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service FlowService.
   * <pre>
   * Traces packets through the model of the network. Traces change nothing; the same flow at the same
   * revision has the same answer on every server. What happens to the packet is the answer, not an
   * error: an unreachable destination answers OK.
   * </pre>
   */
  public static final class FlowServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<FlowServiceBlockingStub> {
    private FlowServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FlowServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FlowServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Traces one flow, forward and back.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.TraceFlowResponse traceFlow(io.podnet.v1.TraceFlowRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getTraceFlowMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Traces many flows at one revision. Metadata key `index` numbers the flow that was refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 1000 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchTraceFlowsResponse batchTraceFlows(io.podnet.v1.BatchTraceFlowsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchTraceFlowsMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service FlowService.
   * <pre>
   * Traces packets through the model of the network. Traces change nothing; the same flow at the same
   * revision has the same answer on every server. What happens to the packet is the answer, not an
   * error: an unreachable destination answers OK.
   * </pre>
   */
  public static final class FlowServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<FlowServiceFutureStub> {
    private FlowServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FlowServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FlowServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Traces one flow, forward and back.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.TraceFlowResponse> traceFlow(
        io.podnet.v1.TraceFlowRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getTraceFlowMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Traces many flows at one revision. Metadata key `index` numbers the flow that was refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 1000 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The parent, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many traces running as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.BatchTraceFlowsResponse> batchTraceFlows(
        io.podnet.v1.BatchTraceFlowsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchTraceFlowsMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_TRACE_FLOW = 0;
  private static final int METHODID_BATCH_TRACE_FLOWS = 1;
  private static final int METHODID_STREAM_TRACE_FLOWS = 2;

  private static final class MethodHandlers<Req, Resp> implements
      io.grpc.stub.ServerCalls.UnaryMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ServerStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ClientStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.BidiStreamingMethod<Req, Resp> {
    private final AsyncService serviceImpl;
    private final int methodId;

    MethodHandlers(AsyncService serviceImpl, int methodId) {
      this.serviceImpl = serviceImpl;
      this.methodId = methodId;
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public void invoke(Req request, io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        case METHODID_TRACE_FLOW:
          serviceImpl.traceFlow((io.podnet.v1.TraceFlowRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.TraceFlowResponse>) responseObserver);
          break;
        case METHODID_BATCH_TRACE_FLOWS:
          serviceImpl.batchTraceFlows((io.podnet.v1.BatchTraceFlowsRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.BatchTraceFlowsResponse>) responseObserver);
          break;
        default:
          throw new AssertionError();
      }
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public io.grpc.stub.StreamObserver<Req> invoke(
        io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        case METHODID_STREAM_TRACE_FLOWS:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.streamTraceFlows(
              (io.grpc.stub.StreamObserver<io.podnet.v1.StreamTraceFlowsResponse>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getTraceFlowMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.TraceFlowRequest,
              io.podnet.v1.TraceFlowResponse>(
                service, METHODID_TRACE_FLOW)))
        .addMethod(
          getBatchTraceFlowsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.BatchTraceFlowsRequest,
              io.podnet.v1.BatchTraceFlowsResponse>(
                service, METHODID_BATCH_TRACE_FLOWS)))
        .addMethod(
          getStreamTraceFlowsMethod(),
          io.grpc.stub.ServerCalls.asyncBidiStreamingCall(
            new MethodHandlers<
              io.podnet.v1.StreamTraceFlowsRequest,
              io.podnet.v1.StreamTraceFlowsResponse>(
                service, METHODID_STREAM_TRACE_FLOWS)))
        .build();
  }

  private static abstract class FlowServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    FlowServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.podnet.v1.FlowOuterClass.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("FlowService");
    }
  }

  private static final class FlowServiceFileDescriptorSupplier
      extends FlowServiceBaseDescriptorSupplier {
    FlowServiceFileDescriptorSupplier() {}
  }

  private static final class FlowServiceMethodDescriptorSupplier
      extends FlowServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    FlowServiceMethodDescriptorSupplier(java.lang.String methodName) {
      this.methodName = methodName;
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.MethodDescriptor getMethodDescriptor() {
      return getServiceDescriptor().findMethodByName(methodName);
    }
  }

  private static volatile io.grpc.ServiceDescriptor serviceDescriptor;

  public static io.grpc.ServiceDescriptor getServiceDescriptor() {
    io.grpc.ServiceDescriptor result = serviceDescriptor;
    if (result == null) {
      synchronized (FlowServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new FlowServiceFileDescriptorSupplier())
              .addMethod(getTraceFlowMethod())
              .addMethod(getBatchTraceFlowsMethod())
              .addMethod(getStreamTraceFlowsMethod())
              .build();
        }
      }
    }
    return result;
  }
}
