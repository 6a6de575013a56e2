package io.podnet.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Keeps the Kubernetes Services of a cluster. podnet does not choose their cluster addresses; it
 * records what the cluster has.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class WorkloadServiceGrpc {

  private WorkloadServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "podnet.v1.WorkloadService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateServiceRequest,
      io.podnet.v1.CreateServiceResponse> getCreateServiceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateService",
      requestType = io.podnet.v1.CreateServiceRequest.class,
      responseType = io.podnet.v1.CreateServiceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateServiceRequest,
      io.podnet.v1.CreateServiceResponse> getCreateServiceMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateServiceRequest, io.podnet.v1.CreateServiceResponse> getCreateServiceMethod;
    if ((getCreateServiceMethod = WorkloadServiceGrpc.getCreateServiceMethod) == null) {
      synchronized (WorkloadServiceGrpc.class) {
        if ((getCreateServiceMethod = WorkloadServiceGrpc.getCreateServiceMethod) == null) {
          WorkloadServiceGrpc.getCreateServiceMethod = getCreateServiceMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateServiceRequest, io.podnet.v1.CreateServiceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateService"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateServiceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateServiceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WorkloadServiceMethodDescriptorSupplier("CreateService"))
              .build();
        }
      }
    }
    return getCreateServiceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetServiceRequest,
      io.podnet.v1.GetServiceResponse> getGetServiceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetService",
      requestType = io.podnet.v1.GetServiceRequest.class,
      responseType = io.podnet.v1.GetServiceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetServiceRequest,
      io.podnet.v1.GetServiceResponse> getGetServiceMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetServiceRequest, io.podnet.v1.GetServiceResponse> getGetServiceMethod;
    if ((getGetServiceMethod = WorkloadServiceGrpc.getGetServiceMethod) == null) {
      synchronized (WorkloadServiceGrpc.class) {
        if ((getGetServiceMethod = WorkloadServiceGrpc.getGetServiceMethod) == null) {
          WorkloadServiceGrpc.getGetServiceMethod = getGetServiceMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetServiceRequest, io.podnet.v1.GetServiceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetService"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetServiceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetServiceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WorkloadServiceMethodDescriptorSupplier("GetService"))
              .build();
        }
      }
    }
    return getGetServiceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListServicesRequest,
      io.podnet.v1.ListServicesResponse> getListServicesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListServices",
      requestType = io.podnet.v1.ListServicesRequest.class,
      responseType = io.podnet.v1.ListServicesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListServicesRequest,
      io.podnet.v1.ListServicesResponse> getListServicesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListServicesRequest, io.podnet.v1.ListServicesResponse> getListServicesMethod;
    if ((getListServicesMethod = WorkloadServiceGrpc.getListServicesMethod) == null) {
      synchronized (WorkloadServiceGrpc.class) {
        if ((getListServicesMethod = WorkloadServiceGrpc.getListServicesMethod) == null) {
          WorkloadServiceGrpc.getListServicesMethod = getListServicesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListServicesRequest, io.podnet.v1.ListServicesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListServices"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListServicesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListServicesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WorkloadServiceMethodDescriptorSupplier("ListServices"))
              .build();
        }
      }
    }
    return getListServicesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateServiceRequest,
      io.podnet.v1.UpdateServiceResponse> getUpdateServiceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateService",
      requestType = io.podnet.v1.UpdateServiceRequest.class,
      responseType = io.podnet.v1.UpdateServiceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateServiceRequest,
      io.podnet.v1.UpdateServiceResponse> getUpdateServiceMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateServiceRequest, io.podnet.v1.UpdateServiceResponse> getUpdateServiceMethod;
    if ((getUpdateServiceMethod = WorkloadServiceGrpc.getUpdateServiceMethod) == null) {
      synchronized (WorkloadServiceGrpc.class) {
        if ((getUpdateServiceMethod = WorkloadServiceGrpc.getUpdateServiceMethod) == null) {
          WorkloadServiceGrpc.getUpdateServiceMethod = getUpdateServiceMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateServiceRequest, io.podnet.v1.UpdateServiceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateService"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateServiceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateServiceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WorkloadServiceMethodDescriptorSupplier("UpdateService"))
              .build();
        }
      }
    }
    return getUpdateServiceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteServiceRequest,
      io.podnet.v1.DeleteServiceResponse> getDeleteServiceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteService",
      requestType = io.podnet.v1.DeleteServiceRequest.class,
      responseType = io.podnet.v1.DeleteServiceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteServiceRequest,
      io.podnet.v1.DeleteServiceResponse> getDeleteServiceMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteServiceRequest, io.podnet.v1.DeleteServiceResponse> getDeleteServiceMethod;
    if ((getDeleteServiceMethod = WorkloadServiceGrpc.getDeleteServiceMethod) == null) {
      synchronized (WorkloadServiceGrpc.class) {
        if ((getDeleteServiceMethod = WorkloadServiceGrpc.getDeleteServiceMethod) == null) {
          WorkloadServiceGrpc.getDeleteServiceMethod = getDeleteServiceMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteServiceRequest, io.podnet.v1.DeleteServiceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteService"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteServiceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteServiceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WorkloadServiceMethodDescriptorSupplier("DeleteService"))
              .build();
        }
      }
    }
    return getDeleteServiceMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static WorkloadServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WorkloadServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WorkloadServiceStub>() {
        @java.lang.Override
        public WorkloadServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WorkloadServiceStub(channel, callOptions);
        }
      };
    return WorkloadServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static WorkloadServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WorkloadServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WorkloadServiceBlockingV2Stub>() {
        @java.lang.Override
        public WorkloadServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WorkloadServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return WorkloadServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static WorkloadServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WorkloadServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WorkloadServiceBlockingStub>() {
        @java.lang.Override
        public WorkloadServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WorkloadServiceBlockingStub(channel, callOptions);
        }
      };
    return WorkloadServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static WorkloadServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WorkloadServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WorkloadServiceFutureStub>() {
        @java.lang.Override
        public WorkloadServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WorkloadServiceFutureStub(channel, callOptions);
        }
      };
    return WorkloadServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Keeps the Kubernetes Services of a cluster. podnet does not choose their cluster addresses; it
   * records what the cluster has.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Creates a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Service of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createService(io.podnet.v1.CreateServiceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateServiceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateServiceMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getService(io.podnet.v1.GetServiceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetServiceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetServiceMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists services in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listServices(io.podnet.v1.ListServicesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListServicesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListServicesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a Kubernetes Service. Endpoints are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateService(io.podnet.v1.UpdateServiceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateServiceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateServiceMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteService(io.podnet.v1.DeleteServiceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteServiceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteServiceMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service WorkloadService.
   * <pre>
   * Keeps the Kubernetes Services of a cluster. podnet does not choose their cluster addresses; it
   * records what the cluster has.
   * </pre>
   */
  public static abstract class WorkloadServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return WorkloadServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service WorkloadService.
   * <pre>
   * Keeps the Kubernetes Services of a cluster. podnet does not choose their cluster addresses; it
   * records what the cluster has.
   * </pre>
   */
  public static final class WorkloadServiceStub
      extends io.grpc.stub.AbstractAsyncStub<WorkloadServiceStub> {
    private WorkloadServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WorkloadServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WorkloadServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Service of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createService(io.podnet.v1.CreateServiceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateServiceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateServiceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getService(io.podnet.v1.GetServiceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetServiceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetServiceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists services in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listServices(io.podnet.v1.ListServicesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListServicesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListServicesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a Kubernetes Service. Endpoints are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateService(io.podnet.v1.UpdateServiceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateServiceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateServiceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteService(io.podnet.v1.DeleteServiceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteServiceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteServiceMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service WorkloadService.
   * <pre>
   * Keeps the Kubernetes Services of a cluster. podnet does not choose their cluster addresses; it
   * records what the cluster has.
   * </pre>
   */
  public static final class WorkloadServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<WorkloadServiceBlockingV2Stub> {
    private WorkloadServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WorkloadServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WorkloadServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Service of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateServiceResponse createService(io.podnet.v1.CreateServiceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateServiceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetServiceResponse getService(io.podnet.v1.GetServiceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetServiceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists services in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListServicesResponse listServices(io.podnet.v1.ListServicesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListServicesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a Kubernetes Service. Endpoints are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateServiceResponse updateService(io.podnet.v1.UpdateServiceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateServiceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteServiceResponse deleteService(io.podnet.v1.DeleteServiceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteServiceMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service WorkloadService.
   * <pre>
   * Keeps the Kubernetes Services of a cluster. podnet does not choose their cluster addresses; it
   * records what the cluster has.
   * </pre>
   */
  public static final class WorkloadServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<WorkloadServiceBlockingStub> {
    private WorkloadServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WorkloadServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WorkloadServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Service of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateServiceResponse createService(io.podnet.v1.CreateServiceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateServiceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetServiceResponse getService(io.podnet.v1.GetServiceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetServiceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists services in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListServicesResponse listServices(io.podnet.v1.ListServicesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListServicesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a Kubernetes Service. Endpoints are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateServiceResponse updateService(io.podnet.v1.UpdateServiceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateServiceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteServiceResponse deleteService(io.podnet.v1.DeleteServiceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteServiceMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service WorkloadService.
   * <pre>
   * Keeps the Kubernetes Services of a cluster. podnet does not choose their cluster addresses; it
   * records what the cluster has.
   * </pre>
   */
  public static final class WorkloadServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<WorkloadServiceFutureStub> {
    private WorkloadServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WorkloadServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WorkloadServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Service of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateServiceResponse> createService(
        io.podnet.v1.CreateServiceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateServiceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetServiceResponse> getService(
        io.podnet.v1.GetServiceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetServiceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists services in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListServicesResponse> listServices(
        io.podnet.v1.ListServicesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListServicesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a Kubernetes Service. Endpoints are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Service does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A cluster address is held by another service | ALREADY_EXISTS | ADDRESS_IN_USE | Give another address |
     * | A cluster address is not inside the service prefix, or there are too many ports or endpoints | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateServiceResponse> updateService(
        io.podnet.v1.UpdateServiceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateServiceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a Kubernetes Service.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Service does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteServiceResponse> deleteService(
        io.podnet.v1.DeleteServiceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteServiceMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_SERVICE = 0;
  private static final int METHODID_GET_SERVICE = 1;
  private static final int METHODID_LIST_SERVICES = 2;
  private static final int METHODID_UPDATE_SERVICE = 3;
  private static final int METHODID_DELETE_SERVICE = 4;

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
        case METHODID_CREATE_SERVICE:
          serviceImpl.createService((io.podnet.v1.CreateServiceRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateServiceResponse>) responseObserver);
          break;
        case METHODID_GET_SERVICE:
          serviceImpl.getService((io.podnet.v1.GetServiceRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetServiceResponse>) responseObserver);
          break;
        case METHODID_LIST_SERVICES:
          serviceImpl.listServices((io.podnet.v1.ListServicesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListServicesResponse>) responseObserver);
          break;
        case METHODID_UPDATE_SERVICE:
          serviceImpl.updateService((io.podnet.v1.UpdateServiceRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateServiceResponse>) responseObserver);
          break;
        case METHODID_DELETE_SERVICE:
          serviceImpl.deleteService((io.podnet.v1.DeleteServiceRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteServiceResponse>) responseObserver);
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
          getCreateServiceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateServiceRequest,
              io.podnet.v1.CreateServiceResponse>(
                service, METHODID_CREATE_SERVICE)))
        .addMethod(
          getGetServiceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetServiceRequest,
              io.podnet.v1.GetServiceResponse>(
                service, METHODID_GET_SERVICE)))
        .addMethod(
          getListServicesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListServicesRequest,
              io.podnet.v1.ListServicesResponse>(
                service, METHODID_LIST_SERVICES)))
        .addMethod(
          getUpdateServiceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateServiceRequest,
              io.podnet.v1.UpdateServiceResponse>(
                service, METHODID_UPDATE_SERVICE)))
        .addMethod(
          getDeleteServiceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteServiceRequest,
              io.podnet.v1.DeleteServiceResponse>(
                service, METHODID_DELETE_SERVICE)))
        .build();
  }

  private static abstract class WorkloadServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    WorkloadServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.podnet.v1.Workload.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("WorkloadService");
    }
  }

  private static final class WorkloadServiceFileDescriptorSupplier
      extends WorkloadServiceBaseDescriptorSupplier {
    WorkloadServiceFileDescriptorSupplier() {}
  }

  private static final class WorkloadServiceMethodDescriptorSupplier
      extends WorkloadServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    WorkloadServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (WorkloadServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new WorkloadServiceFileDescriptorSupplier())
              .addMethod(getCreateServiceMethod())
              .addMethod(getGetServiceMethod())
              .addMethod(getListServicesMethod())
              .addMethod(getUpdateServiceMethod())
              .addMethod(getDeleteServiceMethod())
              .build();
        }
      }
    }
    return result;
  }
}
