package io.podnet.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Proves the Kubernetes network model for a cluster, or shows a packet that breaks it. Nothing is
 * changed by these calls.
 * The statements speak of every address that a pod may get, whether a pod has it now or not, and of
 * every node that is ready. A node counts as many pods as its `max_pods`; it counts wholly as soon as
 * one address of its prefix is concerned. Security groups and enforced network policies break a statement
 * if they refuse some flow of TCP or UDP that it speaks of, to any port, also one of a pod that may come
 * and has no labels. What the model cannot decide, as what an appliance does with packets, is UNDETERMINED
 * and never HOLDS.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class ProofServiceGrpc {

  private ProofServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "podnet.v1.ProofService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.VerifyClusterRequest,
      io.podnet.v1.VerifyClusterResponse> getVerifyClusterMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "VerifyCluster",
      requestType = io.podnet.v1.VerifyClusterRequest.class,
      responseType = io.podnet.v1.VerifyClusterResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.VerifyClusterRequest,
      io.podnet.v1.VerifyClusterResponse> getVerifyClusterMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.VerifyClusterRequest, io.podnet.v1.VerifyClusterResponse> getVerifyClusterMethod;
    if ((getVerifyClusterMethod = ProofServiceGrpc.getVerifyClusterMethod) == null) {
      synchronized (ProofServiceGrpc.class) {
        if ((getVerifyClusterMethod = ProofServiceGrpc.getVerifyClusterMethod) == null) {
          ProofServiceGrpc.getVerifyClusterMethod = getVerifyClusterMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.VerifyClusterRequest, io.podnet.v1.VerifyClusterResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "VerifyCluster"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.VerifyClusterRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.VerifyClusterResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProofServiceMethodDescriptorSupplier("VerifyCluster"))
              .build();
        }
      }
    }
    return getVerifyClusterMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.WatchVerificationRequest,
      io.podnet.v1.WatchVerificationResponse> getWatchVerificationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "WatchVerification",
      requestType = io.podnet.v1.WatchVerificationRequest.class,
      responseType = io.podnet.v1.WatchVerificationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<io.podnet.v1.WatchVerificationRequest,
      io.podnet.v1.WatchVerificationResponse> getWatchVerificationMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.WatchVerificationRequest, io.podnet.v1.WatchVerificationResponse> getWatchVerificationMethod;
    if ((getWatchVerificationMethod = ProofServiceGrpc.getWatchVerificationMethod) == null) {
      synchronized (ProofServiceGrpc.class) {
        if ((getWatchVerificationMethod = ProofServiceGrpc.getWatchVerificationMethod) == null) {
          ProofServiceGrpc.getWatchVerificationMethod = getWatchVerificationMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.WatchVerificationRequest, io.podnet.v1.WatchVerificationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "WatchVerification"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.WatchVerificationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.WatchVerificationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProofServiceMethodDescriptorSupplier("WatchVerification"))
              .build();
        }
      }
    }
    return getWatchVerificationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.WhatIfRequest,
      io.podnet.v1.WhatIfResponse> getWhatIfMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "WhatIf",
      requestType = io.podnet.v1.WhatIfRequest.class,
      responseType = io.podnet.v1.WhatIfResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.WhatIfRequest,
      io.podnet.v1.WhatIfResponse> getWhatIfMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.WhatIfRequest, io.podnet.v1.WhatIfResponse> getWhatIfMethod;
    if ((getWhatIfMethod = ProofServiceGrpc.getWhatIfMethod) == null) {
      synchronized (ProofServiceGrpc.class) {
        if ((getWhatIfMethod = ProofServiceGrpc.getWhatIfMethod) == null) {
          ProofServiceGrpc.getWhatIfMethod = getWhatIfMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.WhatIfRequest, io.podnet.v1.WhatIfResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "WhatIf"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.WhatIfRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.WhatIfResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProofServiceMethodDescriptorSupplier("WhatIf"))
              .build();
        }
      }
    }
    return getWhatIfMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static ProofServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProofServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProofServiceStub>() {
        @java.lang.Override
        public ProofServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProofServiceStub(channel, callOptions);
        }
      };
    return ProofServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static ProofServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProofServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProofServiceBlockingV2Stub>() {
        @java.lang.Override
        public ProofServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProofServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return ProofServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static ProofServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProofServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProofServiceBlockingStub>() {
        @java.lang.Override
        public ProofServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProofServiceBlockingStub(channel, callOptions);
        }
      };
    return ProofServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static ProofServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProofServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProofServiceFutureStub>() {
        @java.lang.Override
        public ProofServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProofServiceFutureStub(channel, callOptions);
        }
      };
    return ProofServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Proves the Kubernetes network model for a cluster, or shows a packet that breaks it. Nothing is
   * changed by these calls.
   * The statements speak of every address that a pod may get, whether a pod has it now or not, and of
   * every node that is ready. A node counts as many pods as its `max_pods`; it counts wholly as soon as
   * one address of its prefix is concerned. Security groups and enforced network policies break a statement
   * if they refuse some flow of TCP or UDP that it speaks of, to any port, also one of a pod that may come
   * and has no labels. What the model cannot decide, as what an appliance does with packets, is UNDETERMINED
   * and never HOLDS.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Judges the invariants of a cluster at one revision. What fails comes with a counterexample: a flow
     * and its trace. A broken network answers OK.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist at that revision | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void verifyCluster(io.podnet.v1.VerifyClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.VerifyClusterResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getVerifyClusterMethod(), responseObserver);
    }

    /**
     * <pre>
     * Streams what becomes of the invariants. The first frame is `opened`, with the outcomes as they are;
     * then a `changed` for each revision that changes an outcome or its extent, in order, and `progress` at
     * least once in each interval, which says that nothing at or below its revision will follow. The watch
     * ends with NOT_FOUND when the cluster is deleted.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist, or not any more | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision of the token is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Watch without a token |
     * | The token is of another store | FAILED_PRECONDITION | STORE_CHANGED | Watch without a token |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Close a stream |
     * | The server stops | UNAVAILABLE | SERVER_DRAINING | Connect again with the last token |
     * </pre>
     */
    default void watchVerification(io.podnet.v1.WatchVerificationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.WatchVerificationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWatchVerificationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Says what changes would do, without making them: they are decided on a copy of the state as the real
     * calls would be, in order, each after those before it. A change that is refused is listed with its
     * reason and left out, and the others go on.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field of the request or of a change is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 100 changes or 100 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The cluster, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void whatIf(io.podnet.v1.WhatIfRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.WhatIfResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWhatIfMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service ProofService.
   * <pre>
   * Proves the Kubernetes network model for a cluster, or shows a packet that breaks it. Nothing is
   * changed by these calls.
   * The statements speak of every address that a pod may get, whether a pod has it now or not, and of
   * every node that is ready. A node counts as many pods as its `max_pods`; it counts wholly as soon as
   * one address of its prefix is concerned. Security groups and enforced network policies break a statement
   * if they refuse some flow of TCP or UDP that it speaks of, to any port, also one of a pod that may come
   * and has no labels. What the model cannot decide, as what an appliance does with packets, is UNDETERMINED
   * and never HOLDS.
   * </pre>
   */
  public static abstract class ProofServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return ProofServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service ProofService.
   * <pre>
   * Proves the Kubernetes network model for a cluster, or shows a packet that breaks it. Nothing is
   * changed by these calls.
   * The statements speak of every address that a pod may get, whether a pod has it now or not, and of
   * every node that is ready. A node counts as many pods as its `max_pods`; it counts wholly as soon as
   * one address of its prefix is concerned. Security groups and enforced network policies break a statement
   * if they refuse some flow of TCP or UDP that it speaks of, to any port, also one of a pod that may come
   * and has no labels. What the model cannot decide, as what an appliance does with packets, is UNDETERMINED
   * and never HOLDS.
   * </pre>
   */
  public static final class ProofServiceStub
      extends io.grpc.stub.AbstractAsyncStub<ProofServiceStub> {
    private ProofServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProofServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProofServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Judges the invariants of a cluster at one revision. What fails comes with a counterexample: a flow
     * and its trace. A broken network answers OK.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist at that revision | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void verifyCluster(io.podnet.v1.VerifyClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.VerifyClusterResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getVerifyClusterMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Streams what becomes of the invariants. The first frame is `opened`, with the outcomes as they are;
     * then a `changed` for each revision that changes an outcome or its extent, in order, and `progress` at
     * least once in each interval, which says that nothing at or below its revision will follow. The watch
     * ends with NOT_FOUND when the cluster is deleted.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist, or not any more | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision of the token is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Watch without a token |
     * | The token is of another store | FAILED_PRECONDITION | STORE_CHANGED | Watch without a token |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Close a stream |
     * | The server stops | UNAVAILABLE | SERVER_DRAINING | Connect again with the last token |
     * </pre>
     */
    public void watchVerification(io.podnet.v1.WatchVerificationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.WatchVerificationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getWatchVerificationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Says what changes would do, without making them: they are decided on a copy of the state as the real
     * calls would be, in order, each after those before it. A change that is refused is listed with its
     * reason and left out, and the others go on.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field of the request or of a change is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 100 changes or 100 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The cluster, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void whatIf(io.podnet.v1.WhatIfRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.WhatIfResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getWhatIfMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service ProofService.
   * <pre>
   * Proves the Kubernetes network model for a cluster, or shows a packet that breaks it. Nothing is
   * changed by these calls.
   * The statements speak of every address that a pod may get, whether a pod has it now or not, and of
   * every node that is ready. A node counts as many pods as its `max_pods`; it counts wholly as soon as
   * one address of its prefix is concerned. Security groups and enforced network policies break a statement
   * if they refuse some flow of TCP or UDP that it speaks of, to any port, also one of a pod that may come
   * and has no labels. What the model cannot decide, as what an appliance does with packets, is UNDETERMINED
   * and never HOLDS.
   * </pre>
   */
  public static final class ProofServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<ProofServiceBlockingV2Stub> {
    private ProofServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProofServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProofServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Judges the invariants of a cluster at one revision. What fails comes with a counterexample: a flow
     * and its trace. A broken network answers OK.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist at that revision | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.VerifyClusterResponse verifyCluster(io.podnet.v1.VerifyClusterRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getVerifyClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Streams what becomes of the invariants. The first frame is `opened`, with the outcomes as they are;
     * then a `changed` for each revision that changes an outcome or its extent, in order, and `progress` at
     * least once in each interval, which says that nothing at or below its revision will follow. The watch
     * ends with NOT_FOUND when the cluster is deleted.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist, or not any more | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision of the token is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Watch without a token |
     * | The token is of another store | FAILED_PRECONDITION | STORE_CHANGED | Watch without a token |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Close a stream |
     * | The server stops | UNAVAILABLE | SERVER_DRAINING | Connect again with the last token |
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, io.podnet.v1.WatchVerificationResponse>
        watchVerification(io.podnet.v1.WatchVerificationRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getWatchVerificationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says what changes would do, without making them: they are decided on a copy of the state as the real
     * calls would be, in order, each after those before it. A change that is refused is listed with its
     * reason and left out, and the others go on.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field of the request or of a change is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 100 changes or 100 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The cluster, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.WhatIfResponse whatIf(io.podnet.v1.WhatIfRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getWhatIfMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service ProofService.
   * <pre>
   * Proves the Kubernetes network model for a cluster, or shows a packet that breaks it. Nothing is
   * changed by these calls.
   * The statements speak of every address that a pod may get, whether a pod has it now or not, and of
   * every node that is ready. A node counts as many pods as its `max_pods`; it counts wholly as soon as
   * one address of its prefix is concerned. Security groups and enforced network policies break a statement
   * if they refuse some flow of TCP or UDP that it speaks of, to any port, also one of a pod that may come
   * and has no labels. What the model cannot decide, as what an appliance does with packets, is UNDETERMINED
   * and never HOLDS.
   * </pre>
   */
  public static final class ProofServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<ProofServiceBlockingStub> {
    private ProofServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProofServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProofServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Judges the invariants of a cluster at one revision. What fails comes with a counterexample: a flow
     * and its trace. A broken network answers OK.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist at that revision | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.VerifyClusterResponse verifyCluster(io.podnet.v1.VerifyClusterRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getVerifyClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Streams what becomes of the invariants. The first frame is `opened`, with the outcomes as they are;
     * then a `changed` for each revision that changes an outcome or its extent, in order, and `progress` at
     * least once in each interval, which says that nothing at or below its revision will follow. The watch
     * ends with NOT_FOUND when the cluster is deleted.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist, or not any more | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision of the token is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Watch without a token |
     * | The token is of another store | FAILED_PRECONDITION | STORE_CHANGED | Watch without a token |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Close a stream |
     * | The server stops | UNAVAILABLE | SERVER_DRAINING | Connect again with the last token |
     * </pre>
     */
    public java.util.Iterator<io.podnet.v1.WatchVerificationResponse> watchVerification(
        io.podnet.v1.WatchVerificationRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getWatchVerificationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says what changes would do, without making them: they are decided on a copy of the state as the real
     * calls would be, in order, each after those before it. A change that is refused is listed with its
     * reason and left out, and the others go on.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field of the request or of a change is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 100 changes or 100 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The cluster, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.WhatIfResponse whatIf(io.podnet.v1.WhatIfRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getWhatIfMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service ProofService.
   * <pre>
   * Proves the Kubernetes network model for a cluster, or shows a packet that breaks it. Nothing is
   * changed by these calls.
   * The statements speak of every address that a pod may get, whether a pod has it now or not, and of
   * every node that is ready. A node counts as many pods as its `max_pods`; it counts wholly as soon as
   * one address of its prefix is concerned. Security groups and enforced network policies break a statement
   * if they refuse some flow of TCP or UDP that it speaks of, to any port, also one of a pod that may come
   * and has no labels. What the model cannot decide, as what an appliance does with packets, is UNDETERMINED
   * and never HOLDS.
   * </pre>
   */
  public static final class ProofServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<ProofServiceFutureStub> {
    private ProofServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProofServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProofServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Judges the invariants of a cluster at one revision. What fails comes with a counterexample: a flow
     * and its trace. A broken network answers OK.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist at that revision | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.VerifyClusterResponse> verifyCluster(
        io.podnet.v1.VerifyClusterRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getVerifyClusterMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Says what changes would do, without making them: they are decided on a copy of the state as the real
     * calls would be, in order, each after those before it. A change that is refused is listed with its
     * reason and left out, and the others go on.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field of the request or of a change is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | More than 100 changes or 100 flows | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The cluster, or a resource named as an end point, does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server rebuilds as many revisions as it may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.WhatIfResponse> whatIf(
        io.podnet.v1.WhatIfRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getWhatIfMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_VERIFY_CLUSTER = 0;
  private static final int METHODID_WATCH_VERIFICATION = 1;
  private static final int METHODID_WHAT_IF = 2;

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
        case METHODID_VERIFY_CLUSTER:
          serviceImpl.verifyCluster((io.podnet.v1.VerifyClusterRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.VerifyClusterResponse>) responseObserver);
          break;
        case METHODID_WATCH_VERIFICATION:
          serviceImpl.watchVerification((io.podnet.v1.WatchVerificationRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.WatchVerificationResponse>) responseObserver);
          break;
        case METHODID_WHAT_IF:
          serviceImpl.whatIf((io.podnet.v1.WhatIfRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.WhatIfResponse>) responseObserver);
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
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getVerifyClusterMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.VerifyClusterRequest,
              io.podnet.v1.VerifyClusterResponse>(
                service, METHODID_VERIFY_CLUSTER)))
        .addMethod(
          getWatchVerificationMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              io.podnet.v1.WatchVerificationRequest,
              io.podnet.v1.WatchVerificationResponse>(
                service, METHODID_WATCH_VERIFICATION)))
        .addMethod(
          getWhatIfMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.WhatIfRequest,
              io.podnet.v1.WhatIfResponse>(
                service, METHODID_WHAT_IF)))
        .build();
  }

  private static abstract class ProofServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    ProofServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.podnet.v1.Proof.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("ProofService");
    }
  }

  private static final class ProofServiceFileDescriptorSupplier
      extends ProofServiceBaseDescriptorSupplier {
    ProofServiceFileDescriptorSupplier() {}
  }

  private static final class ProofServiceMethodDescriptorSupplier
      extends ProofServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    ProofServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (ProofServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new ProofServiceFileDescriptorSupplier())
              .addMethod(getVerifyClusterMethod())
              .addMethod(getWatchVerificationMethod())
              .addMethod(getWhatIfMethod())
              .build();
        }
      }
    }
    return result;
  }
}
