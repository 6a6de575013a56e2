package io.podnet.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Serves those who run the server.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class AdminServiceGrpc {

  private AdminServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "podnet.v1.AdminService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetServerInfoRequest,
      io.podnet.v1.GetServerInfoResponse> getGetServerInfoMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetServerInfo",
      requestType = io.podnet.v1.GetServerInfoRequest.class,
      responseType = io.podnet.v1.GetServerInfoResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetServerInfoRequest,
      io.podnet.v1.GetServerInfoResponse> getGetServerInfoMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetServerInfoRequest, io.podnet.v1.GetServerInfoResponse> getGetServerInfoMethod;
    if ((getGetServerInfoMethod = AdminServiceGrpc.getGetServerInfoMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getGetServerInfoMethod = AdminServiceGrpc.getGetServerInfoMethod) == null) {
          AdminServiceGrpc.getGetServerInfoMethod = getGetServerInfoMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetServerInfoRequest, io.podnet.v1.GetServerInfoResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetServerInfo"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetServerInfoRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetServerInfoResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("GetServerInfo"))
              .build();
        }
      }
    }
    return getGetServerInfoMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ExportSnapshotRequest,
      io.podnet.v1.ExportSnapshotResponse> getExportSnapshotMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ExportSnapshot",
      requestType = io.podnet.v1.ExportSnapshotRequest.class,
      responseType = io.podnet.v1.ExportSnapshotResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ExportSnapshotRequest,
      io.podnet.v1.ExportSnapshotResponse> getExportSnapshotMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ExportSnapshotRequest, io.podnet.v1.ExportSnapshotResponse> getExportSnapshotMethod;
    if ((getExportSnapshotMethod = AdminServiceGrpc.getExportSnapshotMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getExportSnapshotMethod = AdminServiceGrpc.getExportSnapshotMethod) == null) {
          AdminServiceGrpc.getExportSnapshotMethod = getExportSnapshotMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ExportSnapshotRequest, io.podnet.v1.ExportSnapshotResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ExportSnapshot"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ExportSnapshotRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ExportSnapshotResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("ExportSnapshot"))
              .build();
        }
      }
    }
    return getExportSnapshotMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ImportSnapshotRequest,
      io.podnet.v1.ImportSnapshotResponse> getImportSnapshotMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ImportSnapshot",
      requestType = io.podnet.v1.ImportSnapshotRequest.class,
      responseType = io.podnet.v1.ImportSnapshotResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.CLIENT_STREAMING)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ImportSnapshotRequest,
      io.podnet.v1.ImportSnapshotResponse> getImportSnapshotMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ImportSnapshotRequest, io.podnet.v1.ImportSnapshotResponse> getImportSnapshotMethod;
    if ((getImportSnapshotMethod = AdminServiceGrpc.getImportSnapshotMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getImportSnapshotMethod = AdminServiceGrpc.getImportSnapshotMethod) == null) {
          AdminServiceGrpc.getImportSnapshotMethod = getImportSnapshotMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ImportSnapshotRequest, io.podnet.v1.ImportSnapshotResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.CLIENT_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ImportSnapshot"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ImportSnapshotRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ImportSnapshotResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("ImportSnapshot"))
              .build();
        }
      }
    }
    return getImportSnapshotMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CheckConsistencyRequest,
      io.podnet.v1.CheckConsistencyResponse> getCheckConsistencyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CheckConsistency",
      requestType = io.podnet.v1.CheckConsistencyRequest.class,
      responseType = io.podnet.v1.CheckConsistencyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CheckConsistencyRequest,
      io.podnet.v1.CheckConsistencyResponse> getCheckConsistencyMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CheckConsistencyRequest, io.podnet.v1.CheckConsistencyResponse> getCheckConsistencyMethod;
    if ((getCheckConsistencyMethod = AdminServiceGrpc.getCheckConsistencyMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getCheckConsistencyMethod = AdminServiceGrpc.getCheckConsistencyMethod) == null) {
          AdminServiceGrpc.getCheckConsistencyMethod = getCheckConsistencyMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CheckConsistencyRequest, io.podnet.v1.CheckConsistencyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CheckConsistency"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CheckConsistencyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CheckConsistencyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("CheckConsistency"))
              .build();
        }
      }
    }
    return getCheckConsistencyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CompactLogRequest,
      io.podnet.v1.CompactLogResponse> getCompactLogMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CompactLog",
      requestType = io.podnet.v1.CompactLogRequest.class,
      responseType = io.podnet.v1.CompactLogResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CompactLogRequest,
      io.podnet.v1.CompactLogResponse> getCompactLogMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CompactLogRequest, io.podnet.v1.CompactLogResponse> getCompactLogMethod;
    if ((getCompactLogMethod = AdminServiceGrpc.getCompactLogMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getCompactLogMethod = AdminServiceGrpc.getCompactLogMethod) == null) {
          AdminServiceGrpc.getCompactLogMethod = getCompactLogMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CompactLogRequest, io.podnet.v1.CompactLogResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CompactLog"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CompactLogRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CompactLogResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("CompactLog"))
              .build();
        }
      }
    }
    return getCompactLogMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static AdminServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AdminServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AdminServiceStub>() {
        @java.lang.Override
        public AdminServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AdminServiceStub(channel, callOptions);
        }
      };
    return AdminServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static AdminServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AdminServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AdminServiceBlockingV2Stub>() {
        @java.lang.Override
        public AdminServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AdminServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return AdminServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static AdminServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AdminServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AdminServiceBlockingStub>() {
        @java.lang.Override
        public AdminServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AdminServiceBlockingStub(channel, callOptions);
        }
      };
    return AdminServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static AdminServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AdminServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AdminServiceFutureStub>() {
        @java.lang.Override
        public AdminServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AdminServiceFutureStub(channel, callOptions);
        }
      };
    return AdminServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Serves those who run the server.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Tells the version, the store, the limits and the features of the server.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The server reads its log | UNAVAILABLE | SERVER_STARTING | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void getServerInfo(io.podnet.v1.GetServerInfoRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetServerInfoResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetServerInfoMethod(), responseObserver);
    }

    /**
     * <pre>
     * Streams the whole state at one revision: a header, data, a trailer with the checksum. A stream
     * without trailer is not a snapshot.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for another export |
     * </pre>
     */
    default void exportSnapshot(io.podnet.v1.ExportSnapshotRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ExportSnapshotResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getExportSnapshotMethod(), responseObserver);
    }

    /**
     * <pre>
     * Replaces the state by a snapshot. The first message has the options and the header, then data,
     * then the trailer. Nothing changes before the checksum is verified; then everything changes in
     * one revision. The store gets a new id, so that old tokens are refused with STORE_CHANGED.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The store has data and `replace` is not set | FAILED_PRECONDITION | STORE_NOT_EMPTY | Set `replace` if that is meant |
     * | The snapshot is cut off, damaged or of an unknown format | INVALID_ARGUMENT | SNAPSHOT_INVALID | Export again |
     * | The snapshot holds a state in which a law does not hold | INVALID_ARGUMENT | SNAPSHOT_INVALID | See `law`; check the server that it comes from with `CheckConsistency` |
     * | The server reads as many imports as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for the other import |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default io.grpc.stub.StreamObserver<io.podnet.v1.ImportSnapshotRequest> importSnapshot(
        io.grpc.stub.StreamObserver<io.podnet.v1.ImportSnapshotResponse> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getImportSnapshotMethod(), responseObserver);
    }

    /**
     * <pre>
     * Checks the laws of the state and streams what it finds: findings, then one summary. Changes
     * nothing.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for another check |
     * </pre>
     */
    default void checkConsistency(io.podnet.v1.CheckConsistencyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CheckConsistencyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCheckConsistencyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Drops history up to a revision. The state stays; older revisions can no longer be asked for.
     * Compacting what is compacted already succeeds.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void compactLog(io.podnet.v1.CompactLogRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CompactLogResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCompactLogMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service AdminService.
   * <pre>
   * Serves those who run the server.
   * </pre>
   */
  public static abstract class AdminServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return AdminServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service AdminService.
   * <pre>
   * Serves those who run the server.
   * </pre>
   */
  public static final class AdminServiceStub
      extends io.grpc.stub.AbstractAsyncStub<AdminServiceStub> {
    private AdminServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AdminServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AdminServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells the version, the store, the limits and the features of the server.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The server reads its log | UNAVAILABLE | SERVER_STARTING | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void getServerInfo(io.podnet.v1.GetServerInfoRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetServerInfoResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetServerInfoMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Streams the whole state at one revision: a header, data, a trailer with the checksum. A stream
     * without trailer is not a snapshot.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for another export |
     * </pre>
     */
    public void exportSnapshot(io.podnet.v1.ExportSnapshotRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ExportSnapshotResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getExportSnapshotMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Replaces the state by a snapshot. The first message has the options and the header, then data,
     * then the trailer. Nothing changes before the checksum is verified; then everything changes in
     * one revision. The store gets a new id, so that old tokens are refused with STORE_CHANGED.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The store has data and `replace` is not set | FAILED_PRECONDITION | STORE_NOT_EMPTY | Set `replace` if that is meant |
     * | The snapshot is cut off, damaged or of an unknown format | INVALID_ARGUMENT | SNAPSHOT_INVALID | Export again |
     * | The snapshot holds a state in which a law does not hold | INVALID_ARGUMENT | SNAPSHOT_INVALID | See `law`; check the server that it comes from with `CheckConsistency` |
     * | The server reads as many imports as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for the other import |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.grpc.stub.StreamObserver<io.podnet.v1.ImportSnapshotRequest> importSnapshot(
        io.grpc.stub.StreamObserver<io.podnet.v1.ImportSnapshotResponse> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncClientStreamingCall(
          getChannel().newCall(getImportSnapshotMethod(), getCallOptions()), responseObserver);
    }

    /**
     * <pre>
     * Checks the laws of the state and streams what it finds: findings, then one summary. Changes
     * nothing.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for another check |
     * </pre>
     */
    public void checkConsistency(io.podnet.v1.CheckConsistencyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CheckConsistencyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getCheckConsistencyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Drops history up to a revision. The state stays; older revisions can no longer be asked for.
     * Compacting what is compacted already succeeds.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void compactLog(io.podnet.v1.CompactLogRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CompactLogResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCompactLogMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service AdminService.
   * <pre>
   * Serves those who run the server.
   * </pre>
   */
  public static final class AdminServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<AdminServiceBlockingV2Stub> {
    private AdminServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AdminServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AdminServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells the version, the store, the limits and the features of the server.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The server reads its log | UNAVAILABLE | SERVER_STARTING | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.GetServerInfoResponse getServerInfo(io.podnet.v1.GetServerInfoRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetServerInfoMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Streams the whole state at one revision: a header, data, a trailer with the checksum. A stream
     * without trailer is not a snapshot.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for another export |
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, io.podnet.v1.ExportSnapshotResponse>
        exportSnapshot(io.podnet.v1.ExportSnapshotRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getExportSnapshotMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Replaces the state by a snapshot. The first message has the options and the header, then data,
     * then the trailer. Nothing changes before the checksum is verified; then everything changes in
     * one revision. The store gets a new id, so that old tokens are refused with STORE_CHANGED.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The store has data and `replace` is not set | FAILED_PRECONDITION | STORE_NOT_EMPTY | Set `replace` if that is meant |
     * | The snapshot is cut off, damaged or of an unknown format | INVALID_ARGUMENT | SNAPSHOT_INVALID | Export again |
     * | The snapshot holds a state in which a law does not hold | INVALID_ARGUMENT | SNAPSHOT_INVALID | See `law`; check the server that it comes from with `CheckConsistency` |
     * | The server reads as many imports as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for the other import |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<io.podnet.v1.ImportSnapshotRequest, io.podnet.v1.ImportSnapshotResponse>
        importSnapshot() {
      return io.grpc.stub.ClientCalls.blockingClientStreamingCall(
          getChannel(), getImportSnapshotMethod(), getCallOptions());
    }

    /**
     * <pre>
     * Checks the laws of the state and streams what it finds: findings, then one summary. Changes
     * nothing.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for another check |
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, io.podnet.v1.CheckConsistencyResponse>
        checkConsistency(io.podnet.v1.CheckConsistencyRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getCheckConsistencyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Drops history up to a revision. The state stays; older revisions can no longer be asked for.
     * Compacting what is compacted already succeeds.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CompactLogResponse compactLog(io.podnet.v1.CompactLogRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCompactLogMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service AdminService.
   * <pre>
   * Serves those who run the server.
   * </pre>
   */
  public static final class AdminServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<AdminServiceBlockingStub> {
    private AdminServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AdminServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AdminServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells the version, the store, the limits and the features of the server.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The server reads its log | UNAVAILABLE | SERVER_STARTING | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.GetServerInfoResponse getServerInfo(io.podnet.v1.GetServerInfoRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetServerInfoMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Streams the whole state at one revision: a header, data, a trailer with the checksum. A stream
     * without trailer is not a snapshot.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for another export |
     * </pre>
     */
    public java.util.Iterator<io.podnet.v1.ExportSnapshotResponse> exportSnapshot(
        io.podnet.v1.ExportSnapshotRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getExportSnapshotMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Checks the laws of the state and streams what it finds: findings, then one summary. Changes
     * nothing.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for another check |
     * </pre>
     */
    public java.util.Iterator<io.podnet.v1.CheckConsistencyResponse> checkConsistency(
        io.podnet.v1.CheckConsistencyRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getCheckConsistencyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Drops history up to a revision. The state stays; older revisions can no longer be asked for.
     * Compacting what is compacted already succeeds.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CompactLogResponse compactLog(io.podnet.v1.CompactLogRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCompactLogMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service AdminService.
   * <pre>
   * Serves those who run the server.
   * </pre>
   */
  public static final class AdminServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<AdminServiceFutureStub> {
    private AdminServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AdminServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AdminServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells the version, the store, the limits and the features of the server.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The server reads its log | UNAVAILABLE | SERVER_STARTING | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetServerInfoResponse> getServerInfo(
        io.podnet.v1.GetServerInfoRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetServerInfoMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Drops history up to a revision. The state stays; older revisions can no longer be asked for.
     * Compacting what is compacted already succeeds.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CompactLogResponse> compactLog(
        io.podnet.v1.CompactLogRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCompactLogMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_SERVER_INFO = 0;
  private static final int METHODID_EXPORT_SNAPSHOT = 1;
  private static final int METHODID_CHECK_CONSISTENCY = 2;
  private static final int METHODID_COMPACT_LOG = 3;
  private static final int METHODID_IMPORT_SNAPSHOT = 4;

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
        case METHODID_GET_SERVER_INFO:
          serviceImpl.getServerInfo((io.podnet.v1.GetServerInfoRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetServerInfoResponse>) responseObserver);
          break;
        case METHODID_EXPORT_SNAPSHOT:
          serviceImpl.exportSnapshot((io.podnet.v1.ExportSnapshotRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ExportSnapshotResponse>) responseObserver);
          break;
        case METHODID_CHECK_CONSISTENCY:
          serviceImpl.checkConsistency((io.podnet.v1.CheckConsistencyRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CheckConsistencyResponse>) responseObserver);
          break;
        case METHODID_COMPACT_LOG:
          serviceImpl.compactLog((io.podnet.v1.CompactLogRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CompactLogResponse>) responseObserver);
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
        case METHODID_IMPORT_SNAPSHOT:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.importSnapshot(
              (io.grpc.stub.StreamObserver<io.podnet.v1.ImportSnapshotResponse>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getGetServerInfoMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetServerInfoRequest,
              io.podnet.v1.GetServerInfoResponse>(
                service, METHODID_GET_SERVER_INFO)))
        .addMethod(
          getExportSnapshotMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              io.podnet.v1.ExportSnapshotRequest,
              io.podnet.v1.ExportSnapshotResponse>(
                service, METHODID_EXPORT_SNAPSHOT)))
        .addMethod(
          getImportSnapshotMethod(),
          io.grpc.stub.ServerCalls.asyncClientStreamingCall(
            new MethodHandlers<
              io.podnet.v1.ImportSnapshotRequest,
              io.podnet.v1.ImportSnapshotResponse>(
                service, METHODID_IMPORT_SNAPSHOT)))
        .addMethod(
          getCheckConsistencyMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              io.podnet.v1.CheckConsistencyRequest,
              io.podnet.v1.CheckConsistencyResponse>(
                service, METHODID_CHECK_CONSISTENCY)))
        .addMethod(
          getCompactLogMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CompactLogRequest,
              io.podnet.v1.CompactLogResponse>(
                service, METHODID_COMPACT_LOG)))
        .build();
  }

  private static abstract class AdminServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    AdminServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.podnet.v1.Admin.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("AdminService");
    }
  }

  private static final class AdminServiceFileDescriptorSupplier
      extends AdminServiceBaseDescriptorSupplier {
    AdminServiceFileDescriptorSupplier() {}
  }

  private static final class AdminServiceMethodDescriptorSupplier
      extends AdminServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    AdminServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (AdminServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new AdminServiceFileDescriptorSupplier())
              .addMethod(getGetServerInfoMethod())
              .addMethod(getExportSnapshotMethod())
              .addMethod(getImportSnapshotMethod())
              .addMethod(getCheckConsistencyMethod())
              .addMethod(getCompactLogMethod())
              .build();
        }
      }
    }
    return result;
  }
}
