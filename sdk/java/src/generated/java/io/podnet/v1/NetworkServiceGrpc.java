package io.podnet.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Keeps virtual networks and their subnets. Reservations of addresses in a subnet are with
 * IpamService, route tables with RouteService.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class NetworkServiceGrpc {

  private NetworkServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "podnet.v1.NetworkService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateNetworkRequest,
      io.podnet.v1.CreateNetworkResponse> getCreateNetworkMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateNetwork",
      requestType = io.podnet.v1.CreateNetworkRequest.class,
      responseType = io.podnet.v1.CreateNetworkResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateNetworkRequest,
      io.podnet.v1.CreateNetworkResponse> getCreateNetworkMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateNetworkRequest, io.podnet.v1.CreateNetworkResponse> getCreateNetworkMethod;
    if ((getCreateNetworkMethod = NetworkServiceGrpc.getCreateNetworkMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getCreateNetworkMethod = NetworkServiceGrpc.getCreateNetworkMethod) == null) {
          NetworkServiceGrpc.getCreateNetworkMethod = getCreateNetworkMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateNetworkRequest, io.podnet.v1.CreateNetworkResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateNetwork"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNetworkRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNetworkResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("CreateNetwork"))
              .build();
        }
      }
    }
    return getCreateNetworkMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetNetworkRequest,
      io.podnet.v1.GetNetworkResponse> getGetNetworkMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetNetwork",
      requestType = io.podnet.v1.GetNetworkRequest.class,
      responseType = io.podnet.v1.GetNetworkResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetNetworkRequest,
      io.podnet.v1.GetNetworkResponse> getGetNetworkMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetNetworkRequest, io.podnet.v1.GetNetworkResponse> getGetNetworkMethod;
    if ((getGetNetworkMethod = NetworkServiceGrpc.getGetNetworkMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getGetNetworkMethod = NetworkServiceGrpc.getGetNetworkMethod) == null) {
          NetworkServiceGrpc.getGetNetworkMethod = getGetNetworkMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetNetworkRequest, io.podnet.v1.GetNetworkResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetNetwork"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNetworkRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNetworkResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("GetNetwork"))
              .build();
        }
      }
    }
    return getGetNetworkMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListNetworksRequest,
      io.podnet.v1.ListNetworksResponse> getListNetworksMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListNetworks",
      requestType = io.podnet.v1.ListNetworksRequest.class,
      responseType = io.podnet.v1.ListNetworksResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListNetworksRequest,
      io.podnet.v1.ListNetworksResponse> getListNetworksMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListNetworksRequest, io.podnet.v1.ListNetworksResponse> getListNetworksMethod;
    if ((getListNetworksMethod = NetworkServiceGrpc.getListNetworksMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getListNetworksMethod = NetworkServiceGrpc.getListNetworksMethod) == null) {
          NetworkServiceGrpc.getListNetworksMethod = getListNetworksMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListNetworksRequest, io.podnet.v1.ListNetworksResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListNetworks"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNetworksRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNetworksResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("ListNetworks"))
              .build();
        }
      }
    }
    return getListNetworksMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateNetworkRequest,
      io.podnet.v1.UpdateNetworkResponse> getUpdateNetworkMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateNetwork",
      requestType = io.podnet.v1.UpdateNetworkRequest.class,
      responseType = io.podnet.v1.UpdateNetworkResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateNetworkRequest,
      io.podnet.v1.UpdateNetworkResponse> getUpdateNetworkMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateNetworkRequest, io.podnet.v1.UpdateNetworkResponse> getUpdateNetworkMethod;
    if ((getUpdateNetworkMethod = NetworkServiceGrpc.getUpdateNetworkMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getUpdateNetworkMethod = NetworkServiceGrpc.getUpdateNetworkMethod) == null) {
          NetworkServiceGrpc.getUpdateNetworkMethod = getUpdateNetworkMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateNetworkRequest, io.podnet.v1.UpdateNetworkResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateNetwork"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNetworkRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNetworkResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("UpdateNetwork"))
              .build();
        }
      }
    }
    return getUpdateNetworkMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteNetworkRequest,
      io.podnet.v1.DeleteNetworkResponse> getDeleteNetworkMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteNetwork",
      requestType = io.podnet.v1.DeleteNetworkRequest.class,
      responseType = io.podnet.v1.DeleteNetworkResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteNetworkRequest,
      io.podnet.v1.DeleteNetworkResponse> getDeleteNetworkMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteNetworkRequest, io.podnet.v1.DeleteNetworkResponse> getDeleteNetworkMethod;
    if ((getDeleteNetworkMethod = NetworkServiceGrpc.getDeleteNetworkMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getDeleteNetworkMethod = NetworkServiceGrpc.getDeleteNetworkMethod) == null) {
          NetworkServiceGrpc.getDeleteNetworkMethod = getDeleteNetworkMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteNetworkRequest, io.podnet.v1.DeleteNetworkResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteNetwork"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNetworkRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNetworkResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("DeleteNetwork"))
              .build();
        }
      }
    }
    return getDeleteNetworkMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateSubnetRequest,
      io.podnet.v1.CreateSubnetResponse> getCreateSubnetMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateSubnet",
      requestType = io.podnet.v1.CreateSubnetRequest.class,
      responseType = io.podnet.v1.CreateSubnetResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateSubnetRequest,
      io.podnet.v1.CreateSubnetResponse> getCreateSubnetMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateSubnetRequest, io.podnet.v1.CreateSubnetResponse> getCreateSubnetMethod;
    if ((getCreateSubnetMethod = NetworkServiceGrpc.getCreateSubnetMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getCreateSubnetMethod = NetworkServiceGrpc.getCreateSubnetMethod) == null) {
          NetworkServiceGrpc.getCreateSubnetMethod = getCreateSubnetMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateSubnetRequest, io.podnet.v1.CreateSubnetResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateSubnet"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateSubnetRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateSubnetResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("CreateSubnet"))
              .build();
        }
      }
    }
    return getCreateSubnetMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetSubnetRequest,
      io.podnet.v1.GetSubnetResponse> getGetSubnetMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetSubnet",
      requestType = io.podnet.v1.GetSubnetRequest.class,
      responseType = io.podnet.v1.GetSubnetResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetSubnetRequest,
      io.podnet.v1.GetSubnetResponse> getGetSubnetMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetSubnetRequest, io.podnet.v1.GetSubnetResponse> getGetSubnetMethod;
    if ((getGetSubnetMethod = NetworkServiceGrpc.getGetSubnetMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getGetSubnetMethod = NetworkServiceGrpc.getGetSubnetMethod) == null) {
          NetworkServiceGrpc.getGetSubnetMethod = getGetSubnetMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetSubnetRequest, io.podnet.v1.GetSubnetResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetSubnet"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetSubnetRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetSubnetResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("GetSubnet"))
              .build();
        }
      }
    }
    return getGetSubnetMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListSubnetsRequest,
      io.podnet.v1.ListSubnetsResponse> getListSubnetsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListSubnets",
      requestType = io.podnet.v1.ListSubnetsRequest.class,
      responseType = io.podnet.v1.ListSubnetsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListSubnetsRequest,
      io.podnet.v1.ListSubnetsResponse> getListSubnetsMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListSubnetsRequest, io.podnet.v1.ListSubnetsResponse> getListSubnetsMethod;
    if ((getListSubnetsMethod = NetworkServiceGrpc.getListSubnetsMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getListSubnetsMethod = NetworkServiceGrpc.getListSubnetsMethod) == null) {
          NetworkServiceGrpc.getListSubnetsMethod = getListSubnetsMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListSubnetsRequest, io.podnet.v1.ListSubnetsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListSubnets"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListSubnetsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListSubnetsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("ListSubnets"))
              .build();
        }
      }
    }
    return getListSubnetsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateSubnetRequest,
      io.podnet.v1.UpdateSubnetResponse> getUpdateSubnetMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateSubnet",
      requestType = io.podnet.v1.UpdateSubnetRequest.class,
      responseType = io.podnet.v1.UpdateSubnetResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateSubnetRequest,
      io.podnet.v1.UpdateSubnetResponse> getUpdateSubnetMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateSubnetRequest, io.podnet.v1.UpdateSubnetResponse> getUpdateSubnetMethod;
    if ((getUpdateSubnetMethod = NetworkServiceGrpc.getUpdateSubnetMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getUpdateSubnetMethod = NetworkServiceGrpc.getUpdateSubnetMethod) == null) {
          NetworkServiceGrpc.getUpdateSubnetMethod = getUpdateSubnetMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateSubnetRequest, io.podnet.v1.UpdateSubnetResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateSubnet"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateSubnetRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateSubnetResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("UpdateSubnet"))
              .build();
        }
      }
    }
    return getUpdateSubnetMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteSubnetRequest,
      io.podnet.v1.DeleteSubnetResponse> getDeleteSubnetMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteSubnet",
      requestType = io.podnet.v1.DeleteSubnetRequest.class,
      responseType = io.podnet.v1.DeleteSubnetResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteSubnetRequest,
      io.podnet.v1.DeleteSubnetResponse> getDeleteSubnetMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteSubnetRequest, io.podnet.v1.DeleteSubnetResponse> getDeleteSubnetMethod;
    if ((getDeleteSubnetMethod = NetworkServiceGrpc.getDeleteSubnetMethod) == null) {
      synchronized (NetworkServiceGrpc.class) {
        if ((getDeleteSubnetMethod = NetworkServiceGrpc.getDeleteSubnetMethod) == null) {
          NetworkServiceGrpc.getDeleteSubnetMethod = getDeleteSubnetMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteSubnetRequest, io.podnet.v1.DeleteSubnetResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteSubnet"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteSubnetRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteSubnetResponse.getDefaultInstance()))
              .setSchemaDescriptor(new NetworkServiceMethodDescriptorSupplier("DeleteSubnet"))
              .build();
        }
      }
    }
    return getDeleteSubnetMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static NetworkServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<NetworkServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<NetworkServiceStub>() {
        @java.lang.Override
        public NetworkServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new NetworkServiceStub(channel, callOptions);
        }
      };
    return NetworkServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static NetworkServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<NetworkServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<NetworkServiceBlockingV2Stub>() {
        @java.lang.Override
        public NetworkServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new NetworkServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return NetworkServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static NetworkServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<NetworkServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<NetworkServiceBlockingStub>() {
        @java.lang.Override
        public NetworkServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new NetworkServiceBlockingStub(channel, callOptions);
        }
      };
    return NetworkServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static NetworkServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<NetworkServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<NetworkServiceFutureStub>() {
        @java.lang.Override
        public NetworkServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new NetworkServiceFutureStub(channel, callOptions);
        }
      };
    return NetworkServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Keeps virtual networks and their subnets. Reservations of addresses in a subnet are with
   * IpamService, route tables with RouteService.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Creates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Network of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | An address prefix overlaps another of the network, or one of a peered network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | An address prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | An address prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | The server's number of networks or of prefixes is reached | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createNetwork(io.podnet.v1.CreateNetworkRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNetworkResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateNetworkMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getNetwork(io.podnet.v1.GetNetworkRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNetworkResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetNetworkMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists networks in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listNetworks(io.podnet.v1.ListNetworksRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNetworksResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListNetworksMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A new prefix overlaps another of the network, of a peer, or a pod or service prefix | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A new prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A new prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | A subnet lies in a prefix that would go away | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateNetwork(io.podnet.v1.UpdateNetworkRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNetworkResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateNetworkMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A node pool uses a subnet of the network, or a peering names it | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The network has subnets or route tables (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteNetwork(io.podnet.v1.DeleteNetworkRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNetworkResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteNetworkMethod(), responseObserver);
    }

    /**
     * <pre>
     * Creates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Subnet of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the network | FAILED_PRECONDITION | CIDR_OUTSIDE_PARENT | Choose a prefix inside, or widen the network |
     * | The prefix overlaps another subnet | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | The prefix overlaps the service prefix of a cluster in the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | An IPv4 prefix is smaller than /29, or an IPv6 prefix is not a /64 | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | The route table or security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The route table or security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The network has as many subnets as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Use another network |
     * </pre>
     */
    default void createSubnet(io.podnet.v1.CreateSubnetRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateSubnetResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateSubnetMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getSubnet(io.podnet.v1.GetSubnetRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetSubnetResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetSubnetMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists subnets in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listSubnets(io.podnet.v1.ListSubnetsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListSubnetsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListSubnetsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `address_prefixes` or `route_table` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Create another subnet; `SetSubnetRouteTable` for the table |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A delegation is set while nodes are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Move the nodes first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateSubnet(io.podnet.v1.UpdateSubnetRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateSubnetResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateSubnetMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Node pools, reservations or held addresses are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteSubnet(io.podnet.v1.DeleteSubnetRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteSubnetResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteSubnetMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service NetworkService.
   * <pre>
   * Keeps virtual networks and their subnets. Reservations of addresses in a subnet are with
   * IpamService, route tables with RouteService.
   * </pre>
   */
  public static abstract class NetworkServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return NetworkServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service NetworkService.
   * <pre>
   * Keeps virtual networks and their subnets. Reservations of addresses in a subnet are with
   * IpamService, route tables with RouteService.
   * </pre>
   */
  public static final class NetworkServiceStub
      extends io.grpc.stub.AbstractAsyncStub<NetworkServiceStub> {
    private NetworkServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected NetworkServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new NetworkServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Network of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | An address prefix overlaps another of the network, or one of a peered network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | An address prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | An address prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | The server's number of networks or of prefixes is reached | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createNetwork(io.podnet.v1.CreateNetworkRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNetworkResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateNetworkMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getNetwork(io.podnet.v1.GetNetworkRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNetworkResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetNetworkMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists networks in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listNetworks(io.podnet.v1.ListNetworksRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNetworksResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListNetworksMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A new prefix overlaps another of the network, of a peer, or a pod or service prefix | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A new prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A new prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | A subnet lies in a prefix that would go away | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateNetwork(io.podnet.v1.UpdateNetworkRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNetworkResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateNetworkMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A node pool uses a subnet of the network, or a peering names it | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The network has subnets or route tables (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteNetwork(io.podnet.v1.DeleteNetworkRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNetworkResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteNetworkMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Creates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Subnet of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the network | FAILED_PRECONDITION | CIDR_OUTSIDE_PARENT | Choose a prefix inside, or widen the network |
     * | The prefix overlaps another subnet | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | The prefix overlaps the service prefix of a cluster in the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | An IPv4 prefix is smaller than /29, or an IPv6 prefix is not a /64 | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | The route table or security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The route table or security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The network has as many subnets as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Use another network |
     * </pre>
     */
    public void createSubnet(io.podnet.v1.CreateSubnetRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateSubnetResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateSubnetMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getSubnet(io.podnet.v1.GetSubnetRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetSubnetResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetSubnetMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists subnets in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listSubnets(io.podnet.v1.ListSubnetsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListSubnetsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListSubnetsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `address_prefixes` or `route_table` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Create another subnet; `SetSubnetRouteTable` for the table |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A delegation is set while nodes are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Move the nodes first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateSubnet(io.podnet.v1.UpdateSubnetRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateSubnetResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateSubnetMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Node pools, reservations or held addresses are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteSubnet(io.podnet.v1.DeleteSubnetRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteSubnetResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteSubnetMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service NetworkService.
   * <pre>
   * Keeps virtual networks and their subnets. Reservations of addresses in a subnet are with
   * IpamService, route tables with RouteService.
   * </pre>
   */
  public static final class NetworkServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<NetworkServiceBlockingV2Stub> {
    private NetworkServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected NetworkServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new NetworkServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Network of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | An address prefix overlaps another of the network, or one of a peered network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | An address prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | An address prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | The server's number of networks or of prefixes is reached | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNetworkResponse createNetwork(io.podnet.v1.CreateNetworkRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateNetworkMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNetworkResponse getNetwork(io.podnet.v1.GetNetworkRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetNetworkMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists networks in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNetworksResponse listNetworks(io.podnet.v1.ListNetworksRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListNetworksMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A new prefix overlaps another of the network, of a peer, or a pod or service prefix | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A new prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A new prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | A subnet lies in a prefix that would go away | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNetworkResponse updateNetwork(io.podnet.v1.UpdateNetworkRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateNetworkMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A node pool uses a subnet of the network, or a peering names it | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The network has subnets or route tables (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNetworkResponse deleteNetwork(io.podnet.v1.DeleteNetworkRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteNetworkMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Subnet of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the network | FAILED_PRECONDITION | CIDR_OUTSIDE_PARENT | Choose a prefix inside, or widen the network |
     * | The prefix overlaps another subnet | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | The prefix overlaps the service prefix of a cluster in the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | An IPv4 prefix is smaller than /29, or an IPv6 prefix is not a /64 | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | The route table or security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The route table or security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The network has as many subnets as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Use another network |
     * </pre>
     */
    public io.podnet.v1.CreateSubnetResponse createSubnet(io.podnet.v1.CreateSubnetRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateSubnetMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetSubnetResponse getSubnet(io.podnet.v1.GetSubnetRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetSubnetMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists subnets in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListSubnetsResponse listSubnets(io.podnet.v1.ListSubnetsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListSubnetsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `address_prefixes` or `route_table` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Create another subnet; `SetSubnetRouteTable` for the table |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A delegation is set while nodes are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Move the nodes first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateSubnetResponse updateSubnet(io.podnet.v1.UpdateSubnetRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateSubnetMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Node pools, reservations or held addresses are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteSubnetResponse deleteSubnet(io.podnet.v1.DeleteSubnetRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteSubnetMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service NetworkService.
   * <pre>
   * Keeps virtual networks and their subnets. Reservations of addresses in a subnet are with
   * IpamService, route tables with RouteService.
   * </pre>
   */
  public static final class NetworkServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<NetworkServiceBlockingStub> {
    private NetworkServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected NetworkServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new NetworkServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Network of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | An address prefix overlaps another of the network, or one of a peered network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | An address prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | An address prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | The server's number of networks or of prefixes is reached | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNetworkResponse createNetwork(io.podnet.v1.CreateNetworkRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateNetworkMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNetworkResponse getNetwork(io.podnet.v1.GetNetworkRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetNetworkMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists networks in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNetworksResponse listNetworks(io.podnet.v1.ListNetworksRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListNetworksMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A new prefix overlaps another of the network, of a peer, or a pod or service prefix | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A new prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A new prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | A subnet lies in a prefix that would go away | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNetworkResponse updateNetwork(io.podnet.v1.UpdateNetworkRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateNetworkMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A node pool uses a subnet of the network, or a peering names it | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The network has subnets or route tables (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNetworkResponse deleteNetwork(io.podnet.v1.DeleteNetworkRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteNetworkMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Subnet of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the network | FAILED_PRECONDITION | CIDR_OUTSIDE_PARENT | Choose a prefix inside, or widen the network |
     * | The prefix overlaps another subnet | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | The prefix overlaps the service prefix of a cluster in the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | An IPv4 prefix is smaller than /29, or an IPv6 prefix is not a /64 | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | The route table or security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The route table or security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The network has as many subnets as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Use another network |
     * </pre>
     */
    public io.podnet.v1.CreateSubnetResponse createSubnet(io.podnet.v1.CreateSubnetRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateSubnetMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetSubnetResponse getSubnet(io.podnet.v1.GetSubnetRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetSubnetMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists subnets in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListSubnetsResponse listSubnets(io.podnet.v1.ListSubnetsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListSubnetsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `address_prefixes` or `route_table` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Create another subnet; `SetSubnetRouteTable` for the table |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A delegation is set while nodes are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Move the nodes first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateSubnetResponse updateSubnet(io.podnet.v1.UpdateSubnetRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateSubnetMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Node pools, reservations or held addresses are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteSubnetResponse deleteSubnet(io.podnet.v1.DeleteSubnetRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteSubnetMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service NetworkService.
   * <pre>
   * Keeps virtual networks and their subnets. Reservations of addresses in a subnet are with
   * IpamService, route tables with RouteService.
   * </pre>
   */
  public static final class NetworkServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<NetworkServiceFutureStub> {
    private NetworkServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected NetworkServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new NetworkServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Network of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | An address prefix overlaps another of the network, or one of a peered network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | An address prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | An address prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | The server's number of networks or of prefixes is reached | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateNetworkResponse> createNetwork(
        io.podnet.v1.CreateNetworkRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateNetworkMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetNetworkResponse> getNetwork(
        io.podnet.v1.GetNetworkRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetNetworkMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists networks in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListNetworksResponse> listNetworks(
        io.podnet.v1.ListNetworksRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListNetworksMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A new prefix overlaps another of the network, of a peer, or a pod or service prefix | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A new prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A new prefix is larger than /8 | FAILED_PRECONDITION | CIDR_SIZE | Choose a longer prefix |
     * | A subnet lies in a prefix that would go away | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateNetworkResponse> updateNetwork(
        io.podnet.v1.UpdateNetworkRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateNetworkMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a virtual network.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Network does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A node pool uses a subnet of the network, or a peering names it | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The network has subnets or route tables (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteNetworkResponse> deleteNetwork(
        io.podnet.v1.DeleteNetworkRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteNetworkMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Creates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Subnet of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the network | FAILED_PRECONDITION | CIDR_OUTSIDE_PARENT | Choose a prefix inside, or widen the network |
     * | The prefix overlaps another subnet | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | The prefix overlaps the service prefix of a cluster in the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | An IPv4 prefix is smaller than /29, or an IPv6 prefix is not a /64 | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | The route table or security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The route table or security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The network has as many subnets as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Use another network |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateSubnetResponse> createSubnet(
        io.podnet.v1.CreateSubnetRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateSubnetMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetSubnetResponse> getSubnet(
        io.podnet.v1.GetSubnetRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetSubnetMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists subnets in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListSubnetsResponse> listSubnets(
        io.podnet.v1.ListSubnetsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListSubnetsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `address_prefixes` or `route_table` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Create another subnet; `SetSubnetRouteTable` for the table |
     * | The Subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A delegation is set while nodes are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Move the nodes first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateSubnetResponse> updateSubnet(
        io.podnet.v1.UpdateSubnetRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateSubnetMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Subnet does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Node pools, reservations or held addresses are in the subnet | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteSubnetResponse> deleteSubnet(
        io.podnet.v1.DeleteSubnetRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteSubnetMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_NETWORK = 0;
  private static final int METHODID_GET_NETWORK = 1;
  private static final int METHODID_LIST_NETWORKS = 2;
  private static final int METHODID_UPDATE_NETWORK = 3;
  private static final int METHODID_DELETE_NETWORK = 4;
  private static final int METHODID_CREATE_SUBNET = 5;
  private static final int METHODID_GET_SUBNET = 6;
  private static final int METHODID_LIST_SUBNETS = 7;
  private static final int METHODID_UPDATE_SUBNET = 8;
  private static final int METHODID_DELETE_SUBNET = 9;

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
        case METHODID_CREATE_NETWORK:
          serviceImpl.createNetwork((io.podnet.v1.CreateNetworkRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateNetworkResponse>) responseObserver);
          break;
        case METHODID_GET_NETWORK:
          serviceImpl.getNetwork((io.podnet.v1.GetNetworkRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetNetworkResponse>) responseObserver);
          break;
        case METHODID_LIST_NETWORKS:
          serviceImpl.listNetworks((io.podnet.v1.ListNetworksRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListNetworksResponse>) responseObserver);
          break;
        case METHODID_UPDATE_NETWORK:
          serviceImpl.updateNetwork((io.podnet.v1.UpdateNetworkRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNetworkResponse>) responseObserver);
          break;
        case METHODID_DELETE_NETWORK:
          serviceImpl.deleteNetwork((io.podnet.v1.DeleteNetworkRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNetworkResponse>) responseObserver);
          break;
        case METHODID_CREATE_SUBNET:
          serviceImpl.createSubnet((io.podnet.v1.CreateSubnetRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateSubnetResponse>) responseObserver);
          break;
        case METHODID_GET_SUBNET:
          serviceImpl.getSubnet((io.podnet.v1.GetSubnetRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetSubnetResponse>) responseObserver);
          break;
        case METHODID_LIST_SUBNETS:
          serviceImpl.listSubnets((io.podnet.v1.ListSubnetsRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListSubnetsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_SUBNET:
          serviceImpl.updateSubnet((io.podnet.v1.UpdateSubnetRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateSubnetResponse>) responseObserver);
          break;
        case METHODID_DELETE_SUBNET:
          serviceImpl.deleteSubnet((io.podnet.v1.DeleteSubnetRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteSubnetResponse>) responseObserver);
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
          getCreateNetworkMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateNetworkRequest,
              io.podnet.v1.CreateNetworkResponse>(
                service, METHODID_CREATE_NETWORK)))
        .addMethod(
          getGetNetworkMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetNetworkRequest,
              io.podnet.v1.GetNetworkResponse>(
                service, METHODID_GET_NETWORK)))
        .addMethod(
          getListNetworksMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListNetworksRequest,
              io.podnet.v1.ListNetworksResponse>(
                service, METHODID_LIST_NETWORKS)))
        .addMethod(
          getUpdateNetworkMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateNetworkRequest,
              io.podnet.v1.UpdateNetworkResponse>(
                service, METHODID_UPDATE_NETWORK)))
        .addMethod(
          getDeleteNetworkMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteNetworkRequest,
              io.podnet.v1.DeleteNetworkResponse>(
                service, METHODID_DELETE_NETWORK)))
        .addMethod(
          getCreateSubnetMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateSubnetRequest,
              io.podnet.v1.CreateSubnetResponse>(
                service, METHODID_CREATE_SUBNET)))
        .addMethod(
          getGetSubnetMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetSubnetRequest,
              io.podnet.v1.GetSubnetResponse>(
                service, METHODID_GET_SUBNET)))
        .addMethod(
          getListSubnetsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListSubnetsRequest,
              io.podnet.v1.ListSubnetsResponse>(
                service, METHODID_LIST_SUBNETS)))
        .addMethod(
          getUpdateSubnetMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateSubnetRequest,
              io.podnet.v1.UpdateSubnetResponse>(
                service, METHODID_UPDATE_SUBNET)))
        .addMethod(
          getDeleteSubnetMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteSubnetRequest,
              io.podnet.v1.DeleteSubnetResponse>(
                service, METHODID_DELETE_SUBNET)))
        .build();
  }

  private static abstract class NetworkServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    NetworkServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.podnet.v1.NetworkOuterClass.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("NetworkService");
    }
  }

  private static final class NetworkServiceFileDescriptorSupplier
      extends NetworkServiceBaseDescriptorSupplier {
    NetworkServiceFileDescriptorSupplier() {}
  }

  private static final class NetworkServiceMethodDescriptorSupplier
      extends NetworkServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    NetworkServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (NetworkServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new NetworkServiceFileDescriptorSupplier())
              .addMethod(getCreateNetworkMethod())
              .addMethod(getGetNetworkMethod())
              .addMethod(getListNetworksMethod())
              .addMethod(getUpdateNetworkMethod())
              .addMethod(getDeleteNetworkMethod())
              .addMethod(getCreateSubnetMethod())
              .addMethod(getGetSubnetMethod())
              .addMethod(getListSubnetsMethod())
              .addMethod(getUpdateSubnetMethod())
              .addMethod(getDeleteSubnetMethod())
              .build();
        }
      }
    }
    return result;
  }
}
