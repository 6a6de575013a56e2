package io.podnet.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Hands out addresses of pods and takes them back, and answers who has which. An allocation is one
 * attachment of one pod interface; its id is the caller's and used once.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class IpamServiceGrpc {

  private IpamServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "podnet.v1.IpamService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.AllocateAddressRequest,
      io.podnet.v1.AllocateAddressResponse> getAllocateAddressMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AllocateAddress",
      requestType = io.podnet.v1.AllocateAddressRequest.class,
      responseType = io.podnet.v1.AllocateAddressResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.AllocateAddressRequest,
      io.podnet.v1.AllocateAddressResponse> getAllocateAddressMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.AllocateAddressRequest, io.podnet.v1.AllocateAddressResponse> getAllocateAddressMethod;
    if ((getAllocateAddressMethod = IpamServiceGrpc.getAllocateAddressMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getAllocateAddressMethod = IpamServiceGrpc.getAllocateAddressMethod) == null) {
          IpamServiceGrpc.getAllocateAddressMethod = getAllocateAddressMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.AllocateAddressRequest, io.podnet.v1.AllocateAddressResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AllocateAddress"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.AllocateAddressRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.AllocateAddressResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("AllocateAddress"))
              .build();
        }
      }
    }
    return getAllocateAddressMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateAllocationRequest,
      io.podnet.v1.UpdateAllocationResponse> getUpdateAllocationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateAllocation",
      requestType = io.podnet.v1.UpdateAllocationRequest.class,
      responseType = io.podnet.v1.UpdateAllocationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateAllocationRequest,
      io.podnet.v1.UpdateAllocationResponse> getUpdateAllocationMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateAllocationRequest, io.podnet.v1.UpdateAllocationResponse> getUpdateAllocationMethod;
    if ((getUpdateAllocationMethod = IpamServiceGrpc.getUpdateAllocationMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getUpdateAllocationMethod = IpamServiceGrpc.getUpdateAllocationMethod) == null) {
          IpamServiceGrpc.getUpdateAllocationMethod = getUpdateAllocationMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateAllocationRequest, io.podnet.v1.UpdateAllocationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateAllocation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateAllocationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateAllocationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("UpdateAllocation"))
              .build();
        }
      }
    }
    return getUpdateAllocationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ReleaseAddressRequest,
      io.podnet.v1.ReleaseAddressResponse> getReleaseAddressMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReleaseAddress",
      requestType = io.podnet.v1.ReleaseAddressRequest.class,
      responseType = io.podnet.v1.ReleaseAddressResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ReleaseAddressRequest,
      io.podnet.v1.ReleaseAddressResponse> getReleaseAddressMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ReleaseAddressRequest, io.podnet.v1.ReleaseAddressResponse> getReleaseAddressMethod;
    if ((getReleaseAddressMethod = IpamServiceGrpc.getReleaseAddressMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getReleaseAddressMethod = IpamServiceGrpc.getReleaseAddressMethod) == null) {
          IpamServiceGrpc.getReleaseAddressMethod = getReleaseAddressMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ReleaseAddressRequest, io.podnet.v1.ReleaseAddressResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReleaseAddress"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ReleaseAddressRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ReleaseAddressResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("ReleaseAddress"))
              .build();
        }
      }
    }
    return getReleaseAddressMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.BatchAllocateAddressesRequest,
      io.podnet.v1.BatchAllocateAddressesResponse> getBatchAllocateAddressesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchAllocateAddresses",
      requestType = io.podnet.v1.BatchAllocateAddressesRequest.class,
      responseType = io.podnet.v1.BatchAllocateAddressesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.BatchAllocateAddressesRequest,
      io.podnet.v1.BatchAllocateAddressesResponse> getBatchAllocateAddressesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.BatchAllocateAddressesRequest, io.podnet.v1.BatchAllocateAddressesResponse> getBatchAllocateAddressesMethod;
    if ((getBatchAllocateAddressesMethod = IpamServiceGrpc.getBatchAllocateAddressesMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getBatchAllocateAddressesMethod = IpamServiceGrpc.getBatchAllocateAddressesMethod) == null) {
          IpamServiceGrpc.getBatchAllocateAddressesMethod = getBatchAllocateAddressesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.BatchAllocateAddressesRequest, io.podnet.v1.BatchAllocateAddressesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchAllocateAddresses"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchAllocateAddressesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchAllocateAddressesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("BatchAllocateAddresses"))
              .build();
        }
      }
    }
    return getBatchAllocateAddressesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.BatchReleaseAddressesRequest,
      io.podnet.v1.BatchReleaseAddressesResponse> getBatchReleaseAddressesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchReleaseAddresses",
      requestType = io.podnet.v1.BatchReleaseAddressesRequest.class,
      responseType = io.podnet.v1.BatchReleaseAddressesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.BatchReleaseAddressesRequest,
      io.podnet.v1.BatchReleaseAddressesResponse> getBatchReleaseAddressesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.BatchReleaseAddressesRequest, io.podnet.v1.BatchReleaseAddressesResponse> getBatchReleaseAddressesMethod;
    if ((getBatchReleaseAddressesMethod = IpamServiceGrpc.getBatchReleaseAddressesMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getBatchReleaseAddressesMethod = IpamServiceGrpc.getBatchReleaseAddressesMethod) == null) {
          IpamServiceGrpc.getBatchReleaseAddressesMethod = getBatchReleaseAddressesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.BatchReleaseAddressesRequest, io.podnet.v1.BatchReleaseAddressesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchReleaseAddresses"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchReleaseAddressesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchReleaseAddressesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("BatchReleaseAddresses"))
              .build();
        }
      }
    }
    return getBatchReleaseAddressesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.StreamAddressesRequest,
      io.podnet.v1.StreamAddressesResponse> getStreamAddressesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "StreamAddresses",
      requestType = io.podnet.v1.StreamAddressesRequest.class,
      responseType = io.podnet.v1.StreamAddressesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
  public static io.grpc.MethodDescriptor<io.podnet.v1.StreamAddressesRequest,
      io.podnet.v1.StreamAddressesResponse> getStreamAddressesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.StreamAddressesRequest, io.podnet.v1.StreamAddressesResponse> getStreamAddressesMethod;
    if ((getStreamAddressesMethod = IpamServiceGrpc.getStreamAddressesMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getStreamAddressesMethod = IpamServiceGrpc.getStreamAddressesMethod) == null) {
          IpamServiceGrpc.getStreamAddressesMethod = getStreamAddressesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.StreamAddressesRequest, io.podnet.v1.StreamAddressesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "StreamAddresses"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.StreamAddressesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.StreamAddressesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("StreamAddresses"))
              .build();
        }
      }
    }
    return getStreamAddressesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetAllocationRequest,
      io.podnet.v1.GetAllocationResponse> getGetAllocationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetAllocation",
      requestType = io.podnet.v1.GetAllocationRequest.class,
      responseType = io.podnet.v1.GetAllocationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetAllocationRequest,
      io.podnet.v1.GetAllocationResponse> getGetAllocationMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetAllocationRequest, io.podnet.v1.GetAllocationResponse> getGetAllocationMethod;
    if ((getGetAllocationMethod = IpamServiceGrpc.getGetAllocationMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getGetAllocationMethod = IpamServiceGrpc.getGetAllocationMethod) == null) {
          IpamServiceGrpc.getGetAllocationMethod = getGetAllocationMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetAllocationRequest, io.podnet.v1.GetAllocationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetAllocation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetAllocationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetAllocationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("GetAllocation"))
              .build();
        }
      }
    }
    return getGetAllocationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListAllocationsRequest,
      io.podnet.v1.ListAllocationsResponse> getListAllocationsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListAllocations",
      requestType = io.podnet.v1.ListAllocationsRequest.class,
      responseType = io.podnet.v1.ListAllocationsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListAllocationsRequest,
      io.podnet.v1.ListAllocationsResponse> getListAllocationsMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListAllocationsRequest, io.podnet.v1.ListAllocationsResponse> getListAllocationsMethod;
    if ((getListAllocationsMethod = IpamServiceGrpc.getListAllocationsMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getListAllocationsMethod = IpamServiceGrpc.getListAllocationsMethod) == null) {
          IpamServiceGrpc.getListAllocationsMethod = getListAllocationsMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListAllocationsRequest, io.podnet.v1.ListAllocationsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListAllocations"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListAllocationsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListAllocationsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("ListAllocations"))
              .build();
        }
      }
    }
    return getListAllocationsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.LookupAddressRequest,
      io.podnet.v1.LookupAddressResponse> getLookupAddressMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "LookupAddress",
      requestType = io.podnet.v1.LookupAddressRequest.class,
      responseType = io.podnet.v1.LookupAddressResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.LookupAddressRequest,
      io.podnet.v1.LookupAddressResponse> getLookupAddressMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.LookupAddressRequest, io.podnet.v1.LookupAddressResponse> getLookupAddressMethod;
    if ((getLookupAddressMethod = IpamServiceGrpc.getLookupAddressMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getLookupAddressMethod = IpamServiceGrpc.getLookupAddressMethod) == null) {
          IpamServiceGrpc.getLookupAddressMethod = getLookupAddressMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.LookupAddressRequest, io.podnet.v1.LookupAddressResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "LookupAddress"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.LookupAddressRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.LookupAddressResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("LookupAddress"))
              .build();
        }
      }
    }
    return getLookupAddressMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetPoolUsageRequest,
      io.podnet.v1.GetPoolUsageResponse> getGetPoolUsageMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetPoolUsage",
      requestType = io.podnet.v1.GetPoolUsageRequest.class,
      responseType = io.podnet.v1.GetPoolUsageResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetPoolUsageRequest,
      io.podnet.v1.GetPoolUsageResponse> getGetPoolUsageMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetPoolUsageRequest, io.podnet.v1.GetPoolUsageResponse> getGetPoolUsageMethod;
    if ((getGetPoolUsageMethod = IpamServiceGrpc.getGetPoolUsageMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getGetPoolUsageMethod = IpamServiceGrpc.getGetPoolUsageMethod) == null) {
          IpamServiceGrpc.getGetPoolUsageMethod = getGetPoolUsageMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetPoolUsageRequest, io.podnet.v1.GetPoolUsageResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetPoolUsage"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetPoolUsageRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetPoolUsageResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("GetPoolUsage"))
              .build();
        }
      }
    }
    return getGetPoolUsageMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListPoolsRequest,
      io.podnet.v1.ListPoolsResponse> getListPoolsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListPools",
      requestType = io.podnet.v1.ListPoolsRequest.class,
      responseType = io.podnet.v1.ListPoolsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListPoolsRequest,
      io.podnet.v1.ListPoolsResponse> getListPoolsMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListPoolsRequest, io.podnet.v1.ListPoolsResponse> getListPoolsMethod;
    if ((getListPoolsMethod = IpamServiceGrpc.getListPoolsMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getListPoolsMethod = IpamServiceGrpc.getListPoolsMethod) == null) {
          IpamServiceGrpc.getListPoolsMethod = getListPoolsMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListPoolsRequest, io.podnet.v1.ListPoolsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListPools"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListPoolsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListPoolsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("ListPools"))
              .build();
        }
      }
    }
    return getListPoolsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListFreeRangesRequest,
      io.podnet.v1.ListFreeRangesResponse> getListFreeRangesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListFreeRanges",
      requestType = io.podnet.v1.ListFreeRangesRequest.class,
      responseType = io.podnet.v1.ListFreeRangesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListFreeRangesRequest,
      io.podnet.v1.ListFreeRangesResponse> getListFreeRangesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListFreeRangesRequest, io.podnet.v1.ListFreeRangesResponse> getListFreeRangesMethod;
    if ((getListFreeRangesMethod = IpamServiceGrpc.getListFreeRangesMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getListFreeRangesMethod = IpamServiceGrpc.getListFreeRangesMethod) == null) {
          IpamServiceGrpc.getListFreeRangesMethod = getListFreeRangesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListFreeRangesRequest, io.podnet.v1.ListFreeRangesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListFreeRanges"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListFreeRangesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListFreeRangesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("ListFreeRanges"))
              .build();
        }
      }
    }
    return getListFreeRangesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateReservationRequest,
      io.podnet.v1.CreateReservationResponse> getCreateReservationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateReservation",
      requestType = io.podnet.v1.CreateReservationRequest.class,
      responseType = io.podnet.v1.CreateReservationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateReservationRequest,
      io.podnet.v1.CreateReservationResponse> getCreateReservationMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateReservationRequest, io.podnet.v1.CreateReservationResponse> getCreateReservationMethod;
    if ((getCreateReservationMethod = IpamServiceGrpc.getCreateReservationMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getCreateReservationMethod = IpamServiceGrpc.getCreateReservationMethod) == null) {
          IpamServiceGrpc.getCreateReservationMethod = getCreateReservationMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateReservationRequest, io.podnet.v1.CreateReservationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateReservation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateReservationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateReservationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("CreateReservation"))
              .build();
        }
      }
    }
    return getCreateReservationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetReservationRequest,
      io.podnet.v1.GetReservationResponse> getGetReservationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetReservation",
      requestType = io.podnet.v1.GetReservationRequest.class,
      responseType = io.podnet.v1.GetReservationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetReservationRequest,
      io.podnet.v1.GetReservationResponse> getGetReservationMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetReservationRequest, io.podnet.v1.GetReservationResponse> getGetReservationMethod;
    if ((getGetReservationMethod = IpamServiceGrpc.getGetReservationMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getGetReservationMethod = IpamServiceGrpc.getGetReservationMethod) == null) {
          IpamServiceGrpc.getGetReservationMethod = getGetReservationMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetReservationRequest, io.podnet.v1.GetReservationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetReservation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetReservationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetReservationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("GetReservation"))
              .build();
        }
      }
    }
    return getGetReservationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListReservationsRequest,
      io.podnet.v1.ListReservationsResponse> getListReservationsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListReservations",
      requestType = io.podnet.v1.ListReservationsRequest.class,
      responseType = io.podnet.v1.ListReservationsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListReservationsRequest,
      io.podnet.v1.ListReservationsResponse> getListReservationsMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListReservationsRequest, io.podnet.v1.ListReservationsResponse> getListReservationsMethod;
    if ((getListReservationsMethod = IpamServiceGrpc.getListReservationsMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getListReservationsMethod = IpamServiceGrpc.getListReservationsMethod) == null) {
          IpamServiceGrpc.getListReservationsMethod = getListReservationsMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListReservationsRequest, io.podnet.v1.ListReservationsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListReservations"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListReservationsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListReservationsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("ListReservations"))
              .build();
        }
      }
    }
    return getListReservationsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteReservationRequest,
      io.podnet.v1.DeleteReservationResponse> getDeleteReservationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteReservation",
      requestType = io.podnet.v1.DeleteReservationRequest.class,
      responseType = io.podnet.v1.DeleteReservationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteReservationRequest,
      io.podnet.v1.DeleteReservationResponse> getDeleteReservationMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteReservationRequest, io.podnet.v1.DeleteReservationResponse> getDeleteReservationMethod;
    if ((getDeleteReservationMethod = IpamServiceGrpc.getDeleteReservationMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getDeleteReservationMethod = IpamServiceGrpc.getDeleteReservationMethod) == null) {
          IpamServiceGrpc.getDeleteReservationMethod = getDeleteReservationMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteReservationRequest, io.podnet.v1.DeleteReservationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteReservation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteReservationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteReservationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("DeleteReservation"))
              .build();
        }
      }
    }
    return getDeleteReservationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.SweepAllocationsRequest,
      io.podnet.v1.SweepAllocationsResponse> getSweepAllocationsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SweepAllocations",
      requestType = io.podnet.v1.SweepAllocationsRequest.class,
      responseType = io.podnet.v1.SweepAllocationsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.SweepAllocationsRequest,
      io.podnet.v1.SweepAllocationsResponse> getSweepAllocationsMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.SweepAllocationsRequest, io.podnet.v1.SweepAllocationsResponse> getSweepAllocationsMethod;
    if ((getSweepAllocationsMethod = IpamServiceGrpc.getSweepAllocationsMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getSweepAllocationsMethod = IpamServiceGrpc.getSweepAllocationsMethod) == null) {
          IpamServiceGrpc.getSweepAllocationsMethod = getSweepAllocationsMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.SweepAllocationsRequest, io.podnet.v1.SweepAllocationsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SweepAllocations"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.SweepAllocationsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.SweepAllocationsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("SweepAllocations"))
              .build();
        }
      }
    }
    return getSweepAllocationsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListAddressHistoryRequest,
      io.podnet.v1.ListAddressHistoryResponse> getListAddressHistoryMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListAddressHistory",
      requestType = io.podnet.v1.ListAddressHistoryRequest.class,
      responseType = io.podnet.v1.ListAddressHistoryResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListAddressHistoryRequest,
      io.podnet.v1.ListAddressHistoryResponse> getListAddressHistoryMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListAddressHistoryRequest, io.podnet.v1.ListAddressHistoryResponse> getListAddressHistoryMethod;
    if ((getListAddressHistoryMethod = IpamServiceGrpc.getListAddressHistoryMethod) == null) {
      synchronized (IpamServiceGrpc.class) {
        if ((getListAddressHistoryMethod = IpamServiceGrpc.getListAddressHistoryMethod) == null) {
          IpamServiceGrpc.getListAddressHistoryMethod = getListAddressHistoryMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListAddressHistoryRequest, io.podnet.v1.ListAddressHistoryResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListAddressHistory"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListAddressHistoryRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListAddressHistoryResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IpamServiceMethodDescriptorSupplier("ListAddressHistory"))
              .build();
        }
      }
    }
    return getListAddressHistoryMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static IpamServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<IpamServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<IpamServiceStub>() {
        @java.lang.Override
        public IpamServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new IpamServiceStub(channel, callOptions);
        }
      };
    return IpamServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static IpamServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<IpamServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<IpamServiceBlockingV2Stub>() {
        @java.lang.Override
        public IpamServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new IpamServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return IpamServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static IpamServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<IpamServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<IpamServiceBlockingStub>() {
        @java.lang.Override
        public IpamServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new IpamServiceBlockingStub(channel, callOptions);
        }
      };
    return IpamServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static IpamServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<IpamServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<IpamServiceFutureStub>() {
        @java.lang.Override
        public IpamServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new IpamServiceFutureStub(channel, callOptions);
        }
      };
    return IpamServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Hands out addresses of pods and takes them back, and answers who has which. An allocation is one
   * attachment of one pod interface; its id is the caller's and used once.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Allocates the addresses of one pod interface, one in each family of the cluster, all or none.
     * Idempotent by allocation id: a live allocation with the same id, node, owner and requested
     * addresses is answered with `replayed` and without a new revision. A new id for a pod interface
     * that holds another allocation supersedes that one, as `supersede` says.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster or the node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | The id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | The pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | The requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | The requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | The requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | The requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | The node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | The node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | No address of the node is free | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void allocateAddress(io.podnet.v1.AllocateAddressRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.AllocateAddressResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAllocateAddressMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates what is known of the pod of an allocation. Addresses, node and owner stay.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `owner` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or allocate anew |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateAllocation(io.podnet.v1.UpdateAllocationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateAllocationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateAllocationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Releases an allocation. An id that is unknown, released or superseded is answered OK and frees
     * nothing, so that a CNI DEL always succeeds; a release of an unknown id is remembered, so that
     * an allocate that comes late is refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void releaseAddress(io.podnet.v1.ReleaseAddressRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ReleaseAddressResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReleaseAddressMethod(), responseObserver);
    }

    /**
     * <pre>
     * Allocates for many attachments, all or none, in the order of the request and in one revision.
     * Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one allocation id or one pod interface | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | An id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | An id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | A pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | A requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | A node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | A node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | A node has too few free addresses | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void batchAllocateAddresses(io.podnet.v1.BatchAllocateAddressesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchAllocateAddressesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchAllocateAddressesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Releases many allocations, all or none, in one revision. Unknown and released ids are passed
     * over, as in `ReleaseAddress`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void batchReleaseAddresses(io.podnet.v1.BatchReleaseAddressesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchReleaseAddressesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchReleaseAddressesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Runs many independent allocates and releases over one stream. Answers come in the order of
     * completion; `correlation_id` says to which request each belongs. An item that fails has its
     * status in its answer and the stream goes on. The server says in the initial metadata
     * `podnet-max-in-flight` how many items may be unanswered. When the client closes its side, the
     * open items are answered and the stream ends. After a break, send the unanswered items again,
     * unchanged, on a new stream.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | More items are unanswered than the limit | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for answers; open a new stream |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Use fewer streams |
     * | A message has no operation, or `correlation_id` is one of an open item | INVALID_ARGUMENT | FIELD_INVALID | Fix the client |
     * </pre>
     */
    default io.grpc.stub.StreamObserver<io.podnet.v1.StreamAddressesRequest> streamAddresses(
        io.grpc.stub.StreamObserver<io.podnet.v1.StreamAddressesResponse> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getStreamAddressesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a live allocation. Of a released one, the history has what is known.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getAllocation(io.podnet.v1.GetAllocationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetAllocationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetAllocationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists allocations of a cluster by name. The fields of the filter must all match.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listAllocations(io.podnet.v1.ListAllocationsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListAllocationsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListAllocationsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Finds everything that an address is: allocation, node, reservation, load balancer address, free
     * or reserved address of a pool, member of a peered or on-premises prefix. Several answers are
     * possible, as address spaces may overlap. An address that nothing knows is answered with an
     * empty list.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The address is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    default void lookupAddress(io.podnet.v1.LookupAddressRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.LookupAddressResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getLookupAddressMethod(), responseObserver);
    }

    /**
     * <pre>
     * Counts the addresses of one pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The pool is no name of a cluster, node or subnet | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getPoolUsage(io.podnet.v1.GetPoolUsageRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetPoolUsageResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetPoolUsageMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists pools: pod prefixes of clusters, blocks and secondary addresses of nodes, subnets.
     * Ordered by name.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listPools(io.podnet.v1.ListPoolsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListPoolsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListPoolsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the free ranges of a pool in the order of addresses. Advisory: another caller may take
     * them before you do; to have an address, allocate it.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listFreeRanges(io.podnet.v1.ListFreeRangesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListFreeRangesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListFreeRangesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Reserves an address or a prefix of a subnet: an exact one, or the lowest free one of a length.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | Neither or both of `address_prefix` and `prefix_length` are given, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Reservation of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the subnet | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Choose a prefix inside |
     * | An address of the prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Choose another prefix |
     * | An address of the prefix cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or choose another prefix |
     * | An address of the prefix is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Choose another prefix |
     * | No free prefix has the length asked for | RESOURCE_EXHAUSTED | NO_CONTIGUOUS_PREFIX | Ask for a smaller prefix |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createReservation(io.podnet.v1.CreateReservationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateReservationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateReservationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a reservation.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getReservation(io.podnet.v1.GetReservationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetReservationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetReservationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the reservations of a subnet in the order of their addresses, then names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listReservations(io.podnet.v1.ListReservationsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListReservationsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListReservationsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a reservation. Its addresses are free after the cool-down of the subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteReservation(io.podnet.v1.DeleteReservationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteReservationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteReservationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Releases allocations of a node whose attachments are gone (CNI GC). Give the ids that are in
     * use: an allocation that is not among them is marked by the first sweep, and released by a later
     * sweep whose observation is at least a grace period of 60 s later, if it is still not among them
     * and has not changed. Allocations made after `observed_time` are kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | More than 10000 ids | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The list of ids is empty and `allow_empty` is not set | FAILED_PRECONDITION | SWEEP_EMPTY_REFUSED | Check the list; confirm |
     * | The observation is older than that of an earlier sweep, or in the future | FAILED_PRECONDITION | SWEEP_OBSERVATION_STALE | Observe again |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void sweepAllocations(io.podnet.v1.SweepAllocationsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.SweepAllocationsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSweepAllocationsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists who held which address when, latest first: by address, by allocation, or by pod; at a
     * time, at a revision, or within a span. Reaches back as far as the history that is kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | None of address, allocation and owner is given or it is malformed, or the span is empty | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | By allocation or owner, and as many look-ups wait as may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listAddressHistory(io.podnet.v1.ListAddressHistoryRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListAddressHistoryResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListAddressHistoryMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service IpamService.
   * <pre>
   * Hands out addresses of pods and takes them back, and answers who has which. An allocation is one
   * attachment of one pod interface; its id is the caller's and used once.
   * </pre>
   */
  public static abstract class IpamServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return IpamServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service IpamService.
   * <pre>
   * Hands out addresses of pods and takes them back, and answers who has which. An allocation is one
   * attachment of one pod interface; its id is the caller's and used once.
   * </pre>
   */
  public static final class IpamServiceStub
      extends io.grpc.stub.AbstractAsyncStub<IpamServiceStub> {
    private IpamServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected IpamServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new IpamServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Allocates the addresses of one pod interface, one in each family of the cluster, all or none.
     * Idempotent by allocation id: a live allocation with the same id, node, owner and requested
     * addresses is answered with `replayed` and without a new revision. A new id for a pod interface
     * that holds another allocation supersedes that one, as `supersede` says.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster or the node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | The id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | The pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | The requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | The requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | The requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | The requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | The node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | The node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | No address of the node is free | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void allocateAddress(io.podnet.v1.AllocateAddressRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.AllocateAddressResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAllocateAddressMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates what is known of the pod of an allocation. Addresses, node and owner stay.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `owner` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or allocate anew |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateAllocation(io.podnet.v1.UpdateAllocationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateAllocationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateAllocationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Releases an allocation. An id that is unknown, released or superseded is answered OK and frees
     * nothing, so that a CNI DEL always succeeds; a release of an unknown id is remembered, so that
     * an allocate that comes late is refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void releaseAddress(io.podnet.v1.ReleaseAddressRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ReleaseAddressResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReleaseAddressMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Allocates for many attachments, all or none, in the order of the request and in one revision.
     * Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one allocation id or one pod interface | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | An id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | An id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | A pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | A requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | A node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | A node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | A node has too few free addresses | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void batchAllocateAddresses(io.podnet.v1.BatchAllocateAddressesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchAllocateAddressesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchAllocateAddressesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Releases many allocations, all or none, in one revision. Unknown and released ids are passed
     * over, as in `ReleaseAddress`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void batchReleaseAddresses(io.podnet.v1.BatchReleaseAddressesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchReleaseAddressesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchReleaseAddressesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Runs many independent allocates and releases over one stream. Answers come in the order of
     * completion; `correlation_id` says to which request each belongs. An item that fails has its
     * status in its answer and the stream goes on. The server says in the initial metadata
     * `podnet-max-in-flight` how many items may be unanswered. When the client closes its side, the
     * open items are answered and the stream ends. After a break, send the unanswered items again,
     * unchanged, on a new stream.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | More items are unanswered than the limit | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for answers; open a new stream |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Use fewer streams |
     * | A message has no operation, or `correlation_id` is one of an open item | INVALID_ARGUMENT | FIELD_INVALID | Fix the client |
     * </pre>
     */
    public io.grpc.stub.StreamObserver<io.podnet.v1.StreamAddressesRequest> streamAddresses(
        io.grpc.stub.StreamObserver<io.podnet.v1.StreamAddressesResponse> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncBidiStreamingCall(
          getChannel().newCall(getStreamAddressesMethod(), getCallOptions()), responseObserver);
    }

    /**
     * <pre>
     * Gets a live allocation. Of a released one, the history has what is known.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getAllocation(io.podnet.v1.GetAllocationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetAllocationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetAllocationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists allocations of a cluster by name. The fields of the filter must all match.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listAllocations(io.podnet.v1.ListAllocationsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListAllocationsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListAllocationsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Finds everything that an address is: allocation, node, reservation, load balancer address, free
     * or reserved address of a pool, member of a peered or on-premises prefix. Several answers are
     * possible, as address spaces may overlap. An address that nothing knows is answered with an
     * empty list.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The address is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public void lookupAddress(io.podnet.v1.LookupAddressRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.LookupAddressResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getLookupAddressMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Counts the addresses of one pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The pool is no name of a cluster, node or subnet | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getPoolUsage(io.podnet.v1.GetPoolUsageRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetPoolUsageResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetPoolUsageMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists pools: pod prefixes of clusters, blocks and secondary addresses of nodes, subnets.
     * Ordered by name.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listPools(io.podnet.v1.ListPoolsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListPoolsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListPoolsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the free ranges of a pool in the order of addresses. Advisory: another caller may take
     * them before you do; to have an address, allocate it.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listFreeRanges(io.podnet.v1.ListFreeRangesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListFreeRangesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListFreeRangesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Reserves an address or a prefix of a subnet: an exact one, or the lowest free one of a length.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | Neither or both of `address_prefix` and `prefix_length` are given, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Reservation of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the subnet | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Choose a prefix inside |
     * | An address of the prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Choose another prefix |
     * | An address of the prefix cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or choose another prefix |
     * | An address of the prefix is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Choose another prefix |
     * | No free prefix has the length asked for | RESOURCE_EXHAUSTED | NO_CONTIGUOUS_PREFIX | Ask for a smaller prefix |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createReservation(io.podnet.v1.CreateReservationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateReservationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateReservationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a reservation.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getReservation(io.podnet.v1.GetReservationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetReservationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetReservationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the reservations of a subnet in the order of their addresses, then names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listReservations(io.podnet.v1.ListReservationsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListReservationsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListReservationsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a reservation. Its addresses are free after the cool-down of the subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteReservation(io.podnet.v1.DeleteReservationRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteReservationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteReservationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Releases allocations of a node whose attachments are gone (CNI GC). Give the ids that are in
     * use: an allocation that is not among them is marked by the first sweep, and released by a later
     * sweep whose observation is at least a grace period of 60 s later, if it is still not among them
     * and has not changed. Allocations made after `observed_time` are kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | More than 10000 ids | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The list of ids is empty and `allow_empty` is not set | FAILED_PRECONDITION | SWEEP_EMPTY_REFUSED | Check the list; confirm |
     * | The observation is older than that of an earlier sweep, or in the future | FAILED_PRECONDITION | SWEEP_OBSERVATION_STALE | Observe again |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void sweepAllocations(io.podnet.v1.SweepAllocationsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.SweepAllocationsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSweepAllocationsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists who held which address when, latest first: by address, by allocation, or by pod; at a
     * time, at a revision, or within a span. Reaches back as far as the history that is kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | None of address, allocation and owner is given or it is malformed, or the span is empty | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | By allocation or owner, and as many look-ups wait as may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listAddressHistory(io.podnet.v1.ListAddressHistoryRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListAddressHistoryResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListAddressHistoryMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service IpamService.
   * <pre>
   * Hands out addresses of pods and takes them back, and answers who has which. An allocation is one
   * attachment of one pod interface; its id is the caller's and used once.
   * </pre>
   */
  public static final class IpamServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<IpamServiceBlockingV2Stub> {
    private IpamServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected IpamServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new IpamServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Allocates the addresses of one pod interface, one in each family of the cluster, all or none.
     * Idempotent by allocation id: a live allocation with the same id, node, owner and requested
     * addresses is answered with `replayed` and without a new revision. A new id for a pod interface
     * that holds another allocation supersedes that one, as `supersede` says.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster or the node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | The id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | The pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | The requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | The requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | The requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | The requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | The node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | The node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | No address of the node is free | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.AllocateAddressResponse allocateAddress(io.podnet.v1.AllocateAddressRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAllocateAddressMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates what is known of the pod of an allocation. Addresses, node and owner stay.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `owner` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or allocate anew |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateAllocationResponse updateAllocation(io.podnet.v1.UpdateAllocationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateAllocationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Releases an allocation. An id that is unknown, released or superseded is answered OK and frees
     * nothing, so that a CNI DEL always succeeds; a release of an unknown id is remembered, so that
     * an allocate that comes late is refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.ReleaseAddressResponse releaseAddress(io.podnet.v1.ReleaseAddressRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReleaseAddressMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Allocates for many attachments, all or none, in the order of the request and in one revision.
     * Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one allocation id or one pod interface | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | An id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | An id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | A pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | A requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | A node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | A node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | A node has too few free addresses | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchAllocateAddressesResponse batchAllocateAddresses(io.podnet.v1.BatchAllocateAddressesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchAllocateAddressesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Releases many allocations, all or none, in one revision. Unknown and released ids are passed
     * over, as in `ReleaseAddress`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchReleaseAddressesResponse batchReleaseAddresses(io.podnet.v1.BatchReleaseAddressesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchReleaseAddressesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Runs many independent allocates and releases over one stream. Answers come in the order of
     * completion; `correlation_id` says to which request each belongs. An item that fails has its
     * status in its answer and the stream goes on. The server says in the initial metadata
     * `podnet-max-in-flight` how many items may be unanswered. When the client closes its side, the
     * open items are answered and the stream ends. After a break, send the unanswered items again,
     * unchanged, on a new stream.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | More items are unanswered than the limit | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Wait for answers; open a new stream |
     * | The server has as many streams as it may | RESOURCE_EXHAUSTED | STREAM_LIMIT_REACHED | Use fewer streams |
     * | A message has no operation, or `correlation_id` is one of an open item | INVALID_ARGUMENT | FIELD_INVALID | Fix the client |
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<io.podnet.v1.StreamAddressesRequest, io.podnet.v1.StreamAddressesResponse>
        streamAddresses() {
      return io.grpc.stub.ClientCalls.blockingBidiStreamingCall(
          getChannel(), getStreamAddressesMethod(), getCallOptions());
    }

    /**
     * <pre>
     * Gets a live allocation. Of a released one, the history has what is known.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetAllocationResponse getAllocation(io.podnet.v1.GetAllocationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetAllocationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists allocations of a cluster by name. The fields of the filter must all match.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListAllocationsResponse listAllocations(io.podnet.v1.ListAllocationsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListAllocationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Finds everything that an address is: allocation, node, reservation, load balancer address, free
     * or reserved address of a pool, member of a peered or on-premises prefix. Several answers are
     * possible, as address spaces may overlap. An address that nothing knows is answered with an
     * empty list.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The address is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public io.podnet.v1.LookupAddressResponse lookupAddress(io.podnet.v1.LookupAddressRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getLookupAddressMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Counts the addresses of one pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The pool is no name of a cluster, node or subnet | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetPoolUsageResponse getPoolUsage(io.podnet.v1.GetPoolUsageRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetPoolUsageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists pools: pod prefixes of clusters, blocks and secondary addresses of nodes, subnets.
     * Ordered by name.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListPoolsResponse listPools(io.podnet.v1.ListPoolsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListPoolsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the free ranges of a pool in the order of addresses. Advisory: another caller may take
     * them before you do; to have an address, allocate it.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListFreeRangesResponse listFreeRanges(io.podnet.v1.ListFreeRangesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListFreeRangesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Reserves an address or a prefix of a subnet: an exact one, or the lowest free one of a length.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | Neither or both of `address_prefix` and `prefix_length` are given, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Reservation of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the subnet | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Choose a prefix inside |
     * | An address of the prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Choose another prefix |
     * | An address of the prefix cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or choose another prefix |
     * | An address of the prefix is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Choose another prefix |
     * | No free prefix has the length asked for | RESOURCE_EXHAUSTED | NO_CONTIGUOUS_PREFIX | Ask for a smaller prefix |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateReservationResponse createReservation(io.podnet.v1.CreateReservationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateReservationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a reservation.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetReservationResponse getReservation(io.podnet.v1.GetReservationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetReservationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the reservations of a subnet in the order of their addresses, then names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListReservationsResponse listReservations(io.podnet.v1.ListReservationsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListReservationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a reservation. Its addresses are free after the cool-down of the subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteReservationResponse deleteReservation(io.podnet.v1.DeleteReservationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteReservationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Releases allocations of a node whose attachments are gone (CNI GC). Give the ids that are in
     * use: an allocation that is not among them is marked by the first sweep, and released by a later
     * sweep whose observation is at least a grace period of 60 s later, if it is still not among them
     * and has not changed. Allocations made after `observed_time` are kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | More than 10000 ids | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The list of ids is empty and `allow_empty` is not set | FAILED_PRECONDITION | SWEEP_EMPTY_REFUSED | Check the list; confirm |
     * | The observation is older than that of an earlier sweep, or in the future | FAILED_PRECONDITION | SWEEP_OBSERVATION_STALE | Observe again |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.SweepAllocationsResponse sweepAllocations(io.podnet.v1.SweepAllocationsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSweepAllocationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists who held which address when, latest first: by address, by allocation, or by pod; at a
     * time, at a revision, or within a span. Reaches back as far as the history that is kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | None of address, allocation and owner is given or it is malformed, or the span is empty | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | By allocation or owner, and as many look-ups wait as may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListAddressHistoryResponse listAddressHistory(io.podnet.v1.ListAddressHistoryRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListAddressHistoryMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service IpamService.
   * <pre>
   * Hands out addresses of pods and takes them back, and answers who has which. An allocation is one
   * attachment of one pod interface; its id is the caller's and used once.
   * </pre>
   */
  public static final class IpamServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<IpamServiceBlockingStub> {
    private IpamServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected IpamServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new IpamServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Allocates the addresses of one pod interface, one in each family of the cluster, all or none.
     * Idempotent by allocation id: a live allocation with the same id, node, owner and requested
     * addresses is answered with `replayed` and without a new revision. A new id for a pod interface
     * that holds another allocation supersedes that one, as `supersede` says.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster or the node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | The id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | The pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | The requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | The requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | The requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | The requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | The node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | The node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | No address of the node is free | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.AllocateAddressResponse allocateAddress(io.podnet.v1.AllocateAddressRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAllocateAddressMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates what is known of the pod of an allocation. Addresses, node and owner stay.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `owner` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or allocate anew |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateAllocationResponse updateAllocation(io.podnet.v1.UpdateAllocationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateAllocationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Releases an allocation. An id that is unknown, released or superseded is answered OK and frees
     * nothing, so that a CNI DEL always succeeds; a release of an unknown id is remembered, so that
     * an allocate that comes late is refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.ReleaseAddressResponse releaseAddress(io.podnet.v1.ReleaseAddressRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReleaseAddressMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Allocates for many attachments, all or none, in the order of the request and in one revision.
     * Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one allocation id or one pod interface | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | An id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | An id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | A pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | A requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | A node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | A node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | A node has too few free addresses | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchAllocateAddressesResponse batchAllocateAddresses(io.podnet.v1.BatchAllocateAddressesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchAllocateAddressesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Releases many allocations, all or none, in one revision. Unknown and released ids are passed
     * over, as in `ReleaseAddress`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchReleaseAddressesResponse batchReleaseAddresses(io.podnet.v1.BatchReleaseAddressesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchReleaseAddressesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a live allocation. Of a released one, the history has what is known.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetAllocationResponse getAllocation(io.podnet.v1.GetAllocationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetAllocationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists allocations of a cluster by name. The fields of the filter must all match.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListAllocationsResponse listAllocations(io.podnet.v1.ListAllocationsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListAllocationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Finds everything that an address is: allocation, node, reservation, load balancer address, free
     * or reserved address of a pool, member of a peered or on-premises prefix. Several answers are
     * possible, as address spaces may overlap. An address that nothing knows is answered with an
     * empty list.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The address is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public io.podnet.v1.LookupAddressResponse lookupAddress(io.podnet.v1.LookupAddressRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getLookupAddressMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Counts the addresses of one pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The pool is no name of a cluster, node or subnet | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetPoolUsageResponse getPoolUsage(io.podnet.v1.GetPoolUsageRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetPoolUsageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists pools: pod prefixes of clusters, blocks and secondary addresses of nodes, subnets.
     * Ordered by name.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListPoolsResponse listPools(io.podnet.v1.ListPoolsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListPoolsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the free ranges of a pool in the order of addresses. Advisory: another caller may take
     * them before you do; to have an address, allocate it.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListFreeRangesResponse listFreeRanges(io.podnet.v1.ListFreeRangesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListFreeRangesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Reserves an address or a prefix of a subnet: an exact one, or the lowest free one of a length.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | Neither or both of `address_prefix` and `prefix_length` are given, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Reservation of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the subnet | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Choose a prefix inside |
     * | An address of the prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Choose another prefix |
     * | An address of the prefix cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or choose another prefix |
     * | An address of the prefix is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Choose another prefix |
     * | No free prefix has the length asked for | RESOURCE_EXHAUSTED | NO_CONTIGUOUS_PREFIX | Ask for a smaller prefix |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateReservationResponse createReservation(io.podnet.v1.CreateReservationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateReservationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a reservation.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetReservationResponse getReservation(io.podnet.v1.GetReservationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetReservationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the reservations of a subnet in the order of their addresses, then names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListReservationsResponse listReservations(io.podnet.v1.ListReservationsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListReservationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a reservation. Its addresses are free after the cool-down of the subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteReservationResponse deleteReservation(io.podnet.v1.DeleteReservationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteReservationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Releases allocations of a node whose attachments are gone (CNI GC). Give the ids that are in
     * use: an allocation that is not among them is marked by the first sweep, and released by a later
     * sweep whose observation is at least a grace period of 60 s later, if it is still not among them
     * and has not changed. Allocations made after `observed_time` are kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | More than 10000 ids | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The list of ids is empty and `allow_empty` is not set | FAILED_PRECONDITION | SWEEP_EMPTY_REFUSED | Check the list; confirm |
     * | The observation is older than that of an earlier sweep, or in the future | FAILED_PRECONDITION | SWEEP_OBSERVATION_STALE | Observe again |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.SweepAllocationsResponse sweepAllocations(io.podnet.v1.SweepAllocationsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSweepAllocationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists who held which address when, latest first: by address, by allocation, or by pod; at a
     * time, at a revision, or within a span. Reaches back as far as the history that is kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | None of address, allocation and owner is given or it is malformed, or the span is empty | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | By allocation or owner, and as many look-ups wait as may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListAddressHistoryResponse listAddressHistory(io.podnet.v1.ListAddressHistoryRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListAddressHistoryMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service IpamService.
   * <pre>
   * Hands out addresses of pods and takes them back, and answers who has which. An allocation is one
   * attachment of one pod interface; its id is the caller's and used once.
   * </pre>
   */
  public static final class IpamServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<IpamServiceFutureStub> {
    private IpamServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected IpamServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new IpamServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Allocates the addresses of one pod interface, one in each family of the cluster, all or none.
     * Idempotent by allocation id: a live allocation with the same id, node, owner and requested
     * addresses is answered with `replayed` and without a new revision. A new id for a pod interface
     * that holds another allocation supersedes that one, as `supersede` says.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster or the node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | The id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | The pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | The requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | The requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | The requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | The requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | The node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | The node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | No address of the node is free | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.AllocateAddressResponse> allocateAddress(
        io.podnet.v1.AllocateAddressRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAllocateAddressMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates what is known of the pod of an allocation. Addresses, node and owner stay.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `owner` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or allocate anew |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateAllocationResponse> updateAllocation(
        io.podnet.v1.UpdateAllocationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateAllocationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Releases an allocation. An id that is unknown, released or superseded is answered OK and frees
     * nothing, so that a CNI DEL always succeeds; a release of an unknown id is remembered, so that
     * an allocate that comes late is refused.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ReleaseAddressResponse> releaseAddress(
        io.podnet.v1.ReleaseAddressRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReleaseAddressMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Allocates for many attachments, all or none, in the order of the request and in one revision.
     * Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one allocation id or one pod interface | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | An id is live with another node, owner or requested address | ALREADY_EXISTS | ALLOCATION_CONFLICT | Use another id |
     * | An id was released less than 24 h ago and its owner names a container | FAILED_PRECONDITION | ATTACHMENT_RELEASED | CNI: make a new sandbox |
     * | A pod interface holds another allocation and `supersede` is REJECT | ALREADY_EXISTS | OWNER_ALREADY_ATTACHED | Release the other, or supersede it |
     * | A requested address is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is never given out | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address is not one of the node's | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for another, or for any |
     * | A node is cordoned or not ready | FAILED_PRECONDITION | NODE_NOT_ACTIVE | Use another node |
     * | A node holds as many pods as it may | RESOURCE_EXHAUSTED | NODE_POD_LIMIT_REACHED | Schedule elsewhere |
     * | A node has too few free addresses | RESOURCE_EXHAUSTED | POOL_EXHAUSTED | Wait until `next_reusable_time`, or schedule elsewhere |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.BatchAllocateAddressesResponse> batchAllocateAddresses(
        io.podnet.v1.BatchAllocateAddressesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchAllocateAddressesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Releases many allocations, all or none, in one revision. Unknown and released ids are passed
     * over, as in `ReleaseAddress`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.BatchReleaseAddressesResponse> batchReleaseAddresses(
        io.podnet.v1.BatchReleaseAddressesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchReleaseAddressesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a live allocation. Of a released one, the history has what is known.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The allocation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetAllocationResponse> getAllocation(
        io.podnet.v1.GetAllocationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetAllocationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists allocations of a cluster by name. The fields of the filter must all match.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListAllocationsResponse> listAllocations(
        io.podnet.v1.ListAllocationsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListAllocationsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Finds everything that an address is: allocation, node, reservation, load balancer address, free
     * or reserved address of a pool, member of a peered or on-premises prefix. Several answers are
     * possible, as address spaces may overlap. An address that nothing knows is answered with an
     * empty list.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The address is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.LookupAddressResponse> lookupAddress(
        io.podnet.v1.LookupAddressRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getLookupAddressMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Counts the addresses of one pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The pool is no name of a cluster, node or subnet | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetPoolUsageResponse> getPoolUsage(
        io.podnet.v1.GetPoolUsageRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetPoolUsageMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists pools: pod prefixes of clusters, blocks and secondary addresses of nodes, subnets.
     * Ordered by name.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListPoolsResponse> listPools(
        io.podnet.v1.ListPoolsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListPoolsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the free ranges of a pool in the order of addresses. Advisory: another caller may take
     * them before you do; to have an address, allocate it.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListFreeRangesResponse> listFreeRanges(
        io.podnet.v1.ListFreeRangesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListFreeRangesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Reserves an address or a prefix of a subnet: an exact one, or the lowest free one of a length.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | Neither or both of `address_prefix` and `prefix_length` are given, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Reservation of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The prefix is not inside the subnet | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Choose a prefix inside |
     * | An address of the prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Choose another prefix |
     * | An address of the prefix cools down | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or choose another prefix |
     * | An address of the prefix is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Choose another prefix |
     * | No free prefix has the length asked for | RESOURCE_EXHAUSTED | NO_CONTIGUOUS_PREFIX | Ask for a smaller prefix |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of this network |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateReservationResponse> createReservation(
        io.podnet.v1.CreateReservationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateReservationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a reservation.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetReservationResponse> getReservation(
        io.podnet.v1.GetReservationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetReservationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the reservations of a subnet in the order of their addresses, then names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListReservationsResponse> listReservations(
        io.podnet.v1.ListReservationsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListReservationsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a reservation. Its addresses are free after the cool-down of the subnet.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The reservation does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteReservationResponse> deleteReservation(
        io.podnet.v1.DeleteReservationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteReservationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Releases allocations of a node whose attachments are gone (CNI GC). Give the ids that are in
     * use: an allocation that is not among them is marked by the first sweep, and released by a later
     * sweep whose observation is at least a grace period of 60 s later, if it is still not among them
     * and has not changed. Allocations made after `observed_time` are kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | More than 10000 ids | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | The list of ids is empty and `allow_empty` is not set | FAILED_PRECONDITION | SWEEP_EMPTY_REFUSED | Check the list; confirm |
     * | The observation is older than that of an earlier sweep, or in the future | FAILED_PRECONDITION | SWEEP_OBSERVATION_STALE | Observe again |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.SweepAllocationsResponse> sweepAllocations(
        io.podnet.v1.SweepAllocationsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSweepAllocationsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists who held which address when, latest first: by address, by allocation, or by pod; at a
     * time, at a revision, or within a span. Reaches back as far as the history that is kept.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | None of address, allocation and owner is given or it is malformed, or the span is empty | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | By allocation or owner, and as many look-ups wait as may | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListAddressHistoryResponse> listAddressHistory(
        io.podnet.v1.ListAddressHistoryRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListAddressHistoryMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_ALLOCATE_ADDRESS = 0;
  private static final int METHODID_UPDATE_ALLOCATION = 1;
  private static final int METHODID_RELEASE_ADDRESS = 2;
  private static final int METHODID_BATCH_ALLOCATE_ADDRESSES = 3;
  private static final int METHODID_BATCH_RELEASE_ADDRESSES = 4;
  private static final int METHODID_GET_ALLOCATION = 5;
  private static final int METHODID_LIST_ALLOCATIONS = 6;
  private static final int METHODID_LOOKUP_ADDRESS = 7;
  private static final int METHODID_GET_POOL_USAGE = 8;
  private static final int METHODID_LIST_POOLS = 9;
  private static final int METHODID_LIST_FREE_RANGES = 10;
  private static final int METHODID_CREATE_RESERVATION = 11;
  private static final int METHODID_GET_RESERVATION = 12;
  private static final int METHODID_LIST_RESERVATIONS = 13;
  private static final int METHODID_DELETE_RESERVATION = 14;
  private static final int METHODID_SWEEP_ALLOCATIONS = 15;
  private static final int METHODID_LIST_ADDRESS_HISTORY = 16;
  private static final int METHODID_STREAM_ADDRESSES = 17;

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
        case METHODID_ALLOCATE_ADDRESS:
          serviceImpl.allocateAddress((io.podnet.v1.AllocateAddressRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.AllocateAddressResponse>) responseObserver);
          break;
        case METHODID_UPDATE_ALLOCATION:
          serviceImpl.updateAllocation((io.podnet.v1.UpdateAllocationRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateAllocationResponse>) responseObserver);
          break;
        case METHODID_RELEASE_ADDRESS:
          serviceImpl.releaseAddress((io.podnet.v1.ReleaseAddressRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ReleaseAddressResponse>) responseObserver);
          break;
        case METHODID_BATCH_ALLOCATE_ADDRESSES:
          serviceImpl.batchAllocateAddresses((io.podnet.v1.BatchAllocateAddressesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.BatchAllocateAddressesResponse>) responseObserver);
          break;
        case METHODID_BATCH_RELEASE_ADDRESSES:
          serviceImpl.batchReleaseAddresses((io.podnet.v1.BatchReleaseAddressesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.BatchReleaseAddressesResponse>) responseObserver);
          break;
        case METHODID_GET_ALLOCATION:
          serviceImpl.getAllocation((io.podnet.v1.GetAllocationRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetAllocationResponse>) responseObserver);
          break;
        case METHODID_LIST_ALLOCATIONS:
          serviceImpl.listAllocations((io.podnet.v1.ListAllocationsRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListAllocationsResponse>) responseObserver);
          break;
        case METHODID_LOOKUP_ADDRESS:
          serviceImpl.lookupAddress((io.podnet.v1.LookupAddressRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.LookupAddressResponse>) responseObserver);
          break;
        case METHODID_GET_POOL_USAGE:
          serviceImpl.getPoolUsage((io.podnet.v1.GetPoolUsageRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetPoolUsageResponse>) responseObserver);
          break;
        case METHODID_LIST_POOLS:
          serviceImpl.listPools((io.podnet.v1.ListPoolsRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListPoolsResponse>) responseObserver);
          break;
        case METHODID_LIST_FREE_RANGES:
          serviceImpl.listFreeRanges((io.podnet.v1.ListFreeRangesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListFreeRangesResponse>) responseObserver);
          break;
        case METHODID_CREATE_RESERVATION:
          serviceImpl.createReservation((io.podnet.v1.CreateReservationRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateReservationResponse>) responseObserver);
          break;
        case METHODID_GET_RESERVATION:
          serviceImpl.getReservation((io.podnet.v1.GetReservationRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetReservationResponse>) responseObserver);
          break;
        case METHODID_LIST_RESERVATIONS:
          serviceImpl.listReservations((io.podnet.v1.ListReservationsRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListReservationsResponse>) responseObserver);
          break;
        case METHODID_DELETE_RESERVATION:
          serviceImpl.deleteReservation((io.podnet.v1.DeleteReservationRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteReservationResponse>) responseObserver);
          break;
        case METHODID_SWEEP_ALLOCATIONS:
          serviceImpl.sweepAllocations((io.podnet.v1.SweepAllocationsRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.SweepAllocationsResponse>) responseObserver);
          break;
        case METHODID_LIST_ADDRESS_HISTORY:
          serviceImpl.listAddressHistory((io.podnet.v1.ListAddressHistoryRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListAddressHistoryResponse>) responseObserver);
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
        case METHODID_STREAM_ADDRESSES:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.streamAddresses(
              (io.grpc.stub.StreamObserver<io.podnet.v1.StreamAddressesResponse>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getAllocateAddressMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.AllocateAddressRequest,
              io.podnet.v1.AllocateAddressResponse>(
                service, METHODID_ALLOCATE_ADDRESS)))
        .addMethod(
          getUpdateAllocationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateAllocationRequest,
              io.podnet.v1.UpdateAllocationResponse>(
                service, METHODID_UPDATE_ALLOCATION)))
        .addMethod(
          getReleaseAddressMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ReleaseAddressRequest,
              io.podnet.v1.ReleaseAddressResponse>(
                service, METHODID_RELEASE_ADDRESS)))
        .addMethod(
          getBatchAllocateAddressesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.BatchAllocateAddressesRequest,
              io.podnet.v1.BatchAllocateAddressesResponse>(
                service, METHODID_BATCH_ALLOCATE_ADDRESSES)))
        .addMethod(
          getBatchReleaseAddressesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.BatchReleaseAddressesRequest,
              io.podnet.v1.BatchReleaseAddressesResponse>(
                service, METHODID_BATCH_RELEASE_ADDRESSES)))
        .addMethod(
          getStreamAddressesMethod(),
          io.grpc.stub.ServerCalls.asyncBidiStreamingCall(
            new MethodHandlers<
              io.podnet.v1.StreamAddressesRequest,
              io.podnet.v1.StreamAddressesResponse>(
                service, METHODID_STREAM_ADDRESSES)))
        .addMethod(
          getGetAllocationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetAllocationRequest,
              io.podnet.v1.GetAllocationResponse>(
                service, METHODID_GET_ALLOCATION)))
        .addMethod(
          getListAllocationsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListAllocationsRequest,
              io.podnet.v1.ListAllocationsResponse>(
                service, METHODID_LIST_ALLOCATIONS)))
        .addMethod(
          getLookupAddressMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.LookupAddressRequest,
              io.podnet.v1.LookupAddressResponse>(
                service, METHODID_LOOKUP_ADDRESS)))
        .addMethod(
          getGetPoolUsageMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetPoolUsageRequest,
              io.podnet.v1.GetPoolUsageResponse>(
                service, METHODID_GET_POOL_USAGE)))
        .addMethod(
          getListPoolsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListPoolsRequest,
              io.podnet.v1.ListPoolsResponse>(
                service, METHODID_LIST_POOLS)))
        .addMethod(
          getListFreeRangesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListFreeRangesRequest,
              io.podnet.v1.ListFreeRangesResponse>(
                service, METHODID_LIST_FREE_RANGES)))
        .addMethod(
          getCreateReservationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateReservationRequest,
              io.podnet.v1.CreateReservationResponse>(
                service, METHODID_CREATE_RESERVATION)))
        .addMethod(
          getGetReservationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetReservationRequest,
              io.podnet.v1.GetReservationResponse>(
                service, METHODID_GET_RESERVATION)))
        .addMethod(
          getListReservationsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListReservationsRequest,
              io.podnet.v1.ListReservationsResponse>(
                service, METHODID_LIST_RESERVATIONS)))
        .addMethod(
          getDeleteReservationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteReservationRequest,
              io.podnet.v1.DeleteReservationResponse>(
                service, METHODID_DELETE_RESERVATION)))
        .addMethod(
          getSweepAllocationsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.SweepAllocationsRequest,
              io.podnet.v1.SweepAllocationsResponse>(
                service, METHODID_SWEEP_ALLOCATIONS)))
        .addMethod(
          getListAddressHistoryMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListAddressHistoryRequest,
              io.podnet.v1.ListAddressHistoryResponse>(
                service, METHODID_LIST_ADDRESS_HISTORY)))
        .build();
  }

  private static abstract class IpamServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    IpamServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.podnet.v1.Ipam.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("IpamService");
    }
  }

  private static final class IpamServiceFileDescriptorSupplier
      extends IpamServiceBaseDescriptorSupplier {
    IpamServiceFileDescriptorSupplier() {}
  }

  private static final class IpamServiceMethodDescriptorSupplier
      extends IpamServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    IpamServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (IpamServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new IpamServiceFileDescriptorSupplier())
              .addMethod(getAllocateAddressMethod())
              .addMethod(getUpdateAllocationMethod())
              .addMethod(getReleaseAddressMethod())
              .addMethod(getBatchAllocateAddressesMethod())
              .addMethod(getBatchReleaseAddressesMethod())
              .addMethod(getStreamAddressesMethod())
              .addMethod(getGetAllocationMethod())
              .addMethod(getListAllocationsMethod())
              .addMethod(getLookupAddressMethod())
              .addMethod(getGetPoolUsageMethod())
              .addMethod(getListPoolsMethod())
              .addMethod(getListFreeRangesMethod())
              .addMethod(getCreateReservationMethod())
              .addMethod(getGetReservationMethod())
              .addMethod(getListReservationsMethod())
              .addMethod(getDeleteReservationMethod())
              .addMethod(getSweepAllocationsMethod())
              .addMethod(getListAddressHistoryMethod())
              .build();
        }
      }
    }
    return result;
  }
}
