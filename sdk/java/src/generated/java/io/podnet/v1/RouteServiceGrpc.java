package io.podnet.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Keeps route tables and answers which route a packet takes. Routes with `meta.managed_by` set are
 * kept by a cluster and follow its nodes; all others are of the user and are never touched by
 * podnet.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class RouteServiceGrpc {

  private RouteServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "podnet.v1.RouteService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateRouteTableRequest,
      io.podnet.v1.CreateRouteTableResponse> getCreateRouteTableMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateRouteTable",
      requestType = io.podnet.v1.CreateRouteTableRequest.class,
      responseType = io.podnet.v1.CreateRouteTableResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateRouteTableRequest,
      io.podnet.v1.CreateRouteTableResponse> getCreateRouteTableMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateRouteTableRequest, io.podnet.v1.CreateRouteTableResponse> getCreateRouteTableMethod;
    if ((getCreateRouteTableMethod = RouteServiceGrpc.getCreateRouteTableMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getCreateRouteTableMethod = RouteServiceGrpc.getCreateRouteTableMethod) == null) {
          RouteServiceGrpc.getCreateRouteTableMethod = getCreateRouteTableMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateRouteTableRequest, io.podnet.v1.CreateRouteTableResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateRouteTable"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateRouteTableRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateRouteTableResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("CreateRouteTable"))
              .build();
        }
      }
    }
    return getCreateRouteTableMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetRouteTableRequest,
      io.podnet.v1.GetRouteTableResponse> getGetRouteTableMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetRouteTable",
      requestType = io.podnet.v1.GetRouteTableRequest.class,
      responseType = io.podnet.v1.GetRouteTableResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetRouteTableRequest,
      io.podnet.v1.GetRouteTableResponse> getGetRouteTableMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetRouteTableRequest, io.podnet.v1.GetRouteTableResponse> getGetRouteTableMethod;
    if ((getGetRouteTableMethod = RouteServiceGrpc.getGetRouteTableMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getGetRouteTableMethod = RouteServiceGrpc.getGetRouteTableMethod) == null) {
          RouteServiceGrpc.getGetRouteTableMethod = getGetRouteTableMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetRouteTableRequest, io.podnet.v1.GetRouteTableResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetRouteTable"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetRouteTableRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetRouteTableResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("GetRouteTable"))
              .build();
        }
      }
    }
    return getGetRouteTableMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListRouteTablesRequest,
      io.podnet.v1.ListRouteTablesResponse> getListRouteTablesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListRouteTables",
      requestType = io.podnet.v1.ListRouteTablesRequest.class,
      responseType = io.podnet.v1.ListRouteTablesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListRouteTablesRequest,
      io.podnet.v1.ListRouteTablesResponse> getListRouteTablesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListRouteTablesRequest, io.podnet.v1.ListRouteTablesResponse> getListRouteTablesMethod;
    if ((getListRouteTablesMethod = RouteServiceGrpc.getListRouteTablesMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getListRouteTablesMethod = RouteServiceGrpc.getListRouteTablesMethod) == null) {
          RouteServiceGrpc.getListRouteTablesMethod = getListRouteTablesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListRouteTablesRequest, io.podnet.v1.ListRouteTablesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListRouteTables"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListRouteTablesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListRouteTablesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("ListRouteTables"))
              .build();
        }
      }
    }
    return getListRouteTablesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateRouteTableRequest,
      io.podnet.v1.UpdateRouteTableResponse> getUpdateRouteTableMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateRouteTable",
      requestType = io.podnet.v1.UpdateRouteTableRequest.class,
      responseType = io.podnet.v1.UpdateRouteTableResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateRouteTableRequest,
      io.podnet.v1.UpdateRouteTableResponse> getUpdateRouteTableMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateRouteTableRequest, io.podnet.v1.UpdateRouteTableResponse> getUpdateRouteTableMethod;
    if ((getUpdateRouteTableMethod = RouteServiceGrpc.getUpdateRouteTableMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getUpdateRouteTableMethod = RouteServiceGrpc.getUpdateRouteTableMethod) == null) {
          RouteServiceGrpc.getUpdateRouteTableMethod = getUpdateRouteTableMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateRouteTableRequest, io.podnet.v1.UpdateRouteTableResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateRouteTable"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateRouteTableRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateRouteTableResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("UpdateRouteTable"))
              .build();
        }
      }
    }
    return getUpdateRouteTableMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteRouteTableRequest,
      io.podnet.v1.DeleteRouteTableResponse> getDeleteRouteTableMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteRouteTable",
      requestType = io.podnet.v1.DeleteRouteTableRequest.class,
      responseType = io.podnet.v1.DeleteRouteTableResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteRouteTableRequest,
      io.podnet.v1.DeleteRouteTableResponse> getDeleteRouteTableMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteRouteTableRequest, io.podnet.v1.DeleteRouteTableResponse> getDeleteRouteTableMethod;
    if ((getDeleteRouteTableMethod = RouteServiceGrpc.getDeleteRouteTableMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getDeleteRouteTableMethod = RouteServiceGrpc.getDeleteRouteTableMethod) == null) {
          RouteServiceGrpc.getDeleteRouteTableMethod = getDeleteRouteTableMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteRouteTableRequest, io.podnet.v1.DeleteRouteTableResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteRouteTable"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteRouteTableRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteRouteTableResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("DeleteRouteTable"))
              .build();
        }
      }
    }
    return getDeleteRouteTableMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateRouteRequest,
      io.podnet.v1.CreateRouteResponse> getCreateRouteMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateRoute",
      requestType = io.podnet.v1.CreateRouteRequest.class,
      responseType = io.podnet.v1.CreateRouteResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateRouteRequest,
      io.podnet.v1.CreateRouteResponse> getCreateRouteMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateRouteRequest, io.podnet.v1.CreateRouteResponse> getCreateRouteMethod;
    if ((getCreateRouteMethod = RouteServiceGrpc.getCreateRouteMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getCreateRouteMethod = RouteServiceGrpc.getCreateRouteMethod) == null) {
          RouteServiceGrpc.getCreateRouteMethod = getCreateRouteMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateRouteRequest, io.podnet.v1.CreateRouteResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateRoute"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateRouteRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateRouteResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("CreateRoute"))
              .build();
        }
      }
    }
    return getCreateRouteMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetRouteRequest,
      io.podnet.v1.GetRouteResponse> getGetRouteMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetRoute",
      requestType = io.podnet.v1.GetRouteRequest.class,
      responseType = io.podnet.v1.GetRouteResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetRouteRequest,
      io.podnet.v1.GetRouteResponse> getGetRouteMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetRouteRequest, io.podnet.v1.GetRouteResponse> getGetRouteMethod;
    if ((getGetRouteMethod = RouteServiceGrpc.getGetRouteMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getGetRouteMethod = RouteServiceGrpc.getGetRouteMethod) == null) {
          RouteServiceGrpc.getGetRouteMethod = getGetRouteMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetRouteRequest, io.podnet.v1.GetRouteResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetRoute"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetRouteRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetRouteResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("GetRoute"))
              .build();
        }
      }
    }
    return getGetRouteMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListRoutesRequest,
      io.podnet.v1.ListRoutesResponse> getListRoutesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListRoutes",
      requestType = io.podnet.v1.ListRoutesRequest.class,
      responseType = io.podnet.v1.ListRoutesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListRoutesRequest,
      io.podnet.v1.ListRoutesResponse> getListRoutesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListRoutesRequest, io.podnet.v1.ListRoutesResponse> getListRoutesMethod;
    if ((getListRoutesMethod = RouteServiceGrpc.getListRoutesMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getListRoutesMethod = RouteServiceGrpc.getListRoutesMethod) == null) {
          RouteServiceGrpc.getListRoutesMethod = getListRoutesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListRoutesRequest, io.podnet.v1.ListRoutesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListRoutes"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListRoutesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListRoutesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("ListRoutes"))
              .build();
        }
      }
    }
    return getListRoutesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateRouteRequest,
      io.podnet.v1.UpdateRouteResponse> getUpdateRouteMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateRoute",
      requestType = io.podnet.v1.UpdateRouteRequest.class,
      responseType = io.podnet.v1.UpdateRouteResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateRouteRequest,
      io.podnet.v1.UpdateRouteResponse> getUpdateRouteMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateRouteRequest, io.podnet.v1.UpdateRouteResponse> getUpdateRouteMethod;
    if ((getUpdateRouteMethod = RouteServiceGrpc.getUpdateRouteMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getUpdateRouteMethod = RouteServiceGrpc.getUpdateRouteMethod) == null) {
          RouteServiceGrpc.getUpdateRouteMethod = getUpdateRouteMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateRouteRequest, io.podnet.v1.UpdateRouteResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateRoute"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateRouteRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateRouteResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("UpdateRoute"))
              .build();
        }
      }
    }
    return getUpdateRouteMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteRouteRequest,
      io.podnet.v1.DeleteRouteResponse> getDeleteRouteMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteRoute",
      requestType = io.podnet.v1.DeleteRouteRequest.class,
      responseType = io.podnet.v1.DeleteRouteResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteRouteRequest,
      io.podnet.v1.DeleteRouteResponse> getDeleteRouteMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteRouteRequest, io.podnet.v1.DeleteRouteResponse> getDeleteRouteMethod;
    if ((getDeleteRouteMethod = RouteServiceGrpc.getDeleteRouteMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getDeleteRouteMethod = RouteServiceGrpc.getDeleteRouteMethod) == null) {
          RouteServiceGrpc.getDeleteRouteMethod = getDeleteRouteMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteRouteRequest, io.podnet.v1.DeleteRouteResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteRoute"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteRouteRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteRouteResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("DeleteRoute"))
              .build();
        }
      }
    }
    return getDeleteRouteMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.SetSubnetRouteTableRequest,
      io.podnet.v1.SetSubnetRouteTableResponse> getSetSubnetRouteTableMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SetSubnetRouteTable",
      requestType = io.podnet.v1.SetSubnetRouteTableRequest.class,
      responseType = io.podnet.v1.SetSubnetRouteTableResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.SetSubnetRouteTableRequest,
      io.podnet.v1.SetSubnetRouteTableResponse> getSetSubnetRouteTableMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.SetSubnetRouteTableRequest, io.podnet.v1.SetSubnetRouteTableResponse> getSetSubnetRouteTableMethod;
    if ((getSetSubnetRouteTableMethod = RouteServiceGrpc.getSetSubnetRouteTableMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getSetSubnetRouteTableMethod = RouteServiceGrpc.getSetSubnetRouteTableMethod) == null) {
          RouteServiceGrpc.getSetSubnetRouteTableMethod = getSetSubnetRouteTableMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.SetSubnetRouteTableRequest, io.podnet.v1.SetSubnetRouteTableResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SetSubnetRouteTable"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.SetSubnetRouteTableRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.SetSubnetRouteTableResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("SetSubnetRouteTable"))
              .build();
        }
      }
    }
    return getSetSubnetRouteTableMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListEffectiveRoutesRequest,
      io.podnet.v1.ListEffectiveRoutesResponse> getListEffectiveRoutesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListEffectiveRoutes",
      requestType = io.podnet.v1.ListEffectiveRoutesRequest.class,
      responseType = io.podnet.v1.ListEffectiveRoutesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListEffectiveRoutesRequest,
      io.podnet.v1.ListEffectiveRoutesResponse> getListEffectiveRoutesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListEffectiveRoutesRequest, io.podnet.v1.ListEffectiveRoutesResponse> getListEffectiveRoutesMethod;
    if ((getListEffectiveRoutesMethod = RouteServiceGrpc.getListEffectiveRoutesMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getListEffectiveRoutesMethod = RouteServiceGrpc.getListEffectiveRoutesMethod) == null) {
          RouteServiceGrpc.getListEffectiveRoutesMethod = getListEffectiveRoutesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListEffectiveRoutesRequest, io.podnet.v1.ListEffectiveRoutesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListEffectiveRoutes"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListEffectiveRoutesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListEffectiveRoutesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("ListEffectiveRoutes"))
              .build();
        }
      }
    }
    return getListEffectiveRoutesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.LookupRouteRequest,
      io.podnet.v1.LookupRouteResponse> getLookupRouteMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "LookupRoute",
      requestType = io.podnet.v1.LookupRouteRequest.class,
      responseType = io.podnet.v1.LookupRouteResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.LookupRouteRequest,
      io.podnet.v1.LookupRouteResponse> getLookupRouteMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.LookupRouteRequest, io.podnet.v1.LookupRouteResponse> getLookupRouteMethod;
    if ((getLookupRouteMethod = RouteServiceGrpc.getLookupRouteMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getLookupRouteMethod = RouteServiceGrpc.getLookupRouteMethod) == null) {
          RouteServiceGrpc.getLookupRouteMethod = getLookupRouteMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.LookupRouteRequest, io.podnet.v1.LookupRouteResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "LookupRoute"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.LookupRouteRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.LookupRouteResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("LookupRoute"))
              .build();
        }
      }
    }
    return getLookupRouteMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ReconcileRouteTableRequest,
      io.podnet.v1.ReconcileRouteTableResponse> getReconcileRouteTableMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReconcileRouteTable",
      requestType = io.podnet.v1.ReconcileRouteTableRequest.class,
      responseType = io.podnet.v1.ReconcileRouteTableResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ReconcileRouteTableRequest,
      io.podnet.v1.ReconcileRouteTableResponse> getReconcileRouteTableMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ReconcileRouteTableRequest, io.podnet.v1.ReconcileRouteTableResponse> getReconcileRouteTableMethod;
    if ((getReconcileRouteTableMethod = RouteServiceGrpc.getReconcileRouteTableMethod) == null) {
      synchronized (RouteServiceGrpc.class) {
        if ((getReconcileRouteTableMethod = RouteServiceGrpc.getReconcileRouteTableMethod) == null) {
          RouteServiceGrpc.getReconcileRouteTableMethod = getReconcileRouteTableMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ReconcileRouteTableRequest, io.podnet.v1.ReconcileRouteTableResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReconcileRouteTable"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ReconcileRouteTableRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ReconcileRouteTableResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RouteServiceMethodDescriptorSupplier("ReconcileRouteTable"))
              .build();
        }
      }
    }
    return getReconcileRouteTableMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static RouteServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<RouteServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<RouteServiceStub>() {
        @java.lang.Override
        public RouteServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new RouteServiceStub(channel, callOptions);
        }
      };
    return RouteServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static RouteServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<RouteServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<RouteServiceBlockingV2Stub>() {
        @java.lang.Override
        public RouteServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new RouteServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return RouteServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static RouteServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<RouteServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<RouteServiceBlockingStub>() {
        @java.lang.Override
        public RouteServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new RouteServiceBlockingStub(channel, callOptions);
        }
      };
    return RouteServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static RouteServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<RouteServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<RouteServiceFutureStub>() {
        @java.lang.Override
        public RouteServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new RouteServiceFutureStub(channel, callOptions);
        }
      };
    return RouteServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Keeps route tables and answers which route a packet takes. Routes with `meta.managed_by` set are
   * kept by a cluster and follow its nodes; all others are of the user and are never touched by
   * podnet.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Creates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A RouteTable of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The network has as many route tables as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createRouteTable(io.podnet.v1.CreateRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateRouteTableResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateRouteTableMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getRouteTable(io.podnet.v1.GetRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetRouteTableResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetRouteTableMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists route tables in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listRouteTables(io.podnet.v1.ListRouteTablesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListRouteTablesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListRouteTablesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is kept by a cluster and the change touches more than labels | FAILED_PRECONDITION | ROUTE_MANAGED | Change the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateRouteTable(io.podnet.v1.UpdateRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateRouteTableResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateRouteTableMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is associated with a subnet or named by a cluster | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The table is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteRouteTable(io.podnet.v1.DeleteRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteRouteTableResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteRouteTableMethod(), responseObserver);
    }

    /**
     * <pre>
     * Creates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Route of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The table has a route with this prefix | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Change that route, or choose another prefix |
     * | The table has as many routes as it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes |
     * | `meta.managed_by` names a cluster whose route management is MANAGED | FAILED_PRECONDITION | ROUTE_MANAGED | Leave the field empty |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createRoute(io.podnet.v1.CreateRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateRouteResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateRouteMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getRoute(io.podnet.v1.GetRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetRouteResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetRouteMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists routes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listRoutes(io.podnet.v1.ListRoutesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListRoutesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListRoutesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `meta.managed_by` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The new prefix is that of another route of the table | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Choose another prefix |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Change the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateRoute(io.podnet.v1.UpdateRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateRouteResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateRouteMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteRoute(io.podnet.v1.DeleteRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteRouteResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteRouteMethod(), responseObserver);
    }

    /**
     * <pre>
     * Associates a route table with a subnet, or takes it away. Setting the table that is set already
     * succeeds without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or the table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Table and subnet are of different networks | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a table of the network of the subnet |
     * | The table belongs to another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The subnet would lose the managed table of its kubenet cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node pools first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void setSubnetRouteTable(io.podnet.v1.SetSubnetRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.SetSubnetRouteTableResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSetSubnetRouteTableMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists all routes that apply in a subnet or on a node: system, BGP and user routes, active and
     * invalid. Ordered by prefix, then by source: user, BGP, system.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    default void listEffectiveRoutes(io.podnet.v1.ListEffectiveRoutesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListEffectiveRoutesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListEffectiveRoutesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Finds the route that a packet to one destination takes, and tells for each other matching route
     * why it lost. No matching route is an answer, not an error.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    default void lookupRoute(io.podnet.v1.LookupRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.LookupRouteResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getLookupRouteMethod(), responseObserver);
    }

    /**
     * <pre>
     * Compares the table with what the nodes of its cluster need, and repairs it. With
     * `validate_only` it is the plan, refused where applying it would be; without, it applies exactly
     * what a plan at the given etag shows, in one revision. Foreign routes are listed and kept. Applying to a table of a cluster in
     * OBSERVED switches the cluster to MANAGED. A table without drift is answered without a new
     * revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | `etag` is missing and this is not a dry run, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No cluster uses the table | FAILED_PRECONDITION | NETWORK_MISMATCH | Name the table of a kubenet cluster |
     * | A route that is needed has the prefix of a foreign route | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove the foreign route, which podnet never does |
     * | The table would have more routes than it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove foreign routes or nodes |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void reconcileRouteTable(io.podnet.v1.ReconcileRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ReconcileRouteTableResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReconcileRouteTableMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service RouteService.
   * <pre>
   * Keeps route tables and answers which route a packet takes. Routes with `meta.managed_by` set are
   * kept by a cluster and follow its nodes; all others are of the user and are never touched by
   * podnet.
   * </pre>
   */
  public static abstract class RouteServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return RouteServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service RouteService.
   * <pre>
   * Keeps route tables and answers which route a packet takes. Routes with `meta.managed_by` set are
   * kept by a cluster and follow its nodes; all others are of the user and are never touched by
   * podnet.
   * </pre>
   */
  public static final class RouteServiceStub
      extends io.grpc.stub.AbstractAsyncStub<RouteServiceStub> {
    private RouteServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected RouteServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new RouteServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A RouteTable of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The network has as many route tables as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createRouteTable(io.podnet.v1.CreateRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateRouteTableResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateRouteTableMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getRouteTable(io.podnet.v1.GetRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetRouteTableResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetRouteTableMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists route tables in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listRouteTables(io.podnet.v1.ListRouteTablesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListRouteTablesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListRouteTablesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is kept by a cluster and the change touches more than labels | FAILED_PRECONDITION | ROUTE_MANAGED | Change the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateRouteTable(io.podnet.v1.UpdateRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateRouteTableResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateRouteTableMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is associated with a subnet or named by a cluster | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The table is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteRouteTable(io.podnet.v1.DeleteRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteRouteTableResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteRouteTableMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Creates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Route of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The table has a route with this prefix | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Change that route, or choose another prefix |
     * | The table has as many routes as it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes |
     * | `meta.managed_by` names a cluster whose route management is MANAGED | FAILED_PRECONDITION | ROUTE_MANAGED | Leave the field empty |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createRoute(io.podnet.v1.CreateRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateRouteResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateRouteMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getRoute(io.podnet.v1.GetRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetRouteResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetRouteMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists routes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listRoutes(io.podnet.v1.ListRoutesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListRoutesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListRoutesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `meta.managed_by` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The new prefix is that of another route of the table | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Choose another prefix |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Change the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateRoute(io.podnet.v1.UpdateRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateRouteResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateRouteMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteRoute(io.podnet.v1.DeleteRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteRouteResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteRouteMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Associates a route table with a subnet, or takes it away. Setting the table that is set already
     * succeeds without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or the table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Table and subnet are of different networks | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a table of the network of the subnet |
     * | The table belongs to another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The subnet would lose the managed table of its kubenet cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node pools first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void setSubnetRouteTable(io.podnet.v1.SetSubnetRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.SetSubnetRouteTableResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSetSubnetRouteTableMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists all routes that apply in a subnet or on a node: system, BGP and user routes, active and
     * invalid. Ordered by prefix, then by source: user, BGP, system.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public void listEffectiveRoutes(io.podnet.v1.ListEffectiveRoutesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListEffectiveRoutesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListEffectiveRoutesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Finds the route that a packet to one destination takes, and tells for each other matching route
     * why it lost. No matching route is an answer, not an error.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public void lookupRoute(io.podnet.v1.LookupRouteRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.LookupRouteResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getLookupRouteMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Compares the table with what the nodes of its cluster need, and repairs it. With
     * `validate_only` it is the plan, refused where applying it would be; without, it applies exactly
     * what a plan at the given etag shows, in one revision. Foreign routes are listed and kept. Applying to a table of a cluster in
     * OBSERVED switches the cluster to MANAGED. A table without drift is answered without a new
     * revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | `etag` is missing and this is not a dry run, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No cluster uses the table | FAILED_PRECONDITION | NETWORK_MISMATCH | Name the table of a kubenet cluster |
     * | A route that is needed has the prefix of a foreign route | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove the foreign route, which podnet never does |
     * | The table would have more routes than it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove foreign routes or nodes |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void reconcileRouteTable(io.podnet.v1.ReconcileRouteTableRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ReconcileRouteTableResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReconcileRouteTableMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service RouteService.
   * <pre>
   * Keeps route tables and answers which route a packet takes. Routes with `meta.managed_by` set are
   * kept by a cluster and follow its nodes; all others are of the user and are never touched by
   * podnet.
   * </pre>
   */
  public static final class RouteServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<RouteServiceBlockingV2Stub> {
    private RouteServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected RouteServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new RouteServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A RouteTable of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The network has as many route tables as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateRouteTableResponse createRouteTable(io.podnet.v1.CreateRouteTableRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetRouteTableResponse getRouteTable(io.podnet.v1.GetRouteTableRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists route tables in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListRouteTablesResponse listRouteTables(io.podnet.v1.ListRouteTablesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListRouteTablesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is kept by a cluster and the change touches more than labels | FAILED_PRECONDITION | ROUTE_MANAGED | Change the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateRouteTableResponse updateRouteTable(io.podnet.v1.UpdateRouteTableRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is associated with a subnet or named by a cluster | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The table is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteRouteTableResponse deleteRouteTable(io.podnet.v1.DeleteRouteTableRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Route of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The table has a route with this prefix | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Change that route, or choose another prefix |
     * | The table has as many routes as it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes |
     * | `meta.managed_by` names a cluster whose route management is MANAGED | FAILED_PRECONDITION | ROUTE_MANAGED | Leave the field empty |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateRouteResponse createRoute(io.podnet.v1.CreateRouteRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetRouteResponse getRoute(io.podnet.v1.GetRouteRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists routes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListRoutesResponse listRoutes(io.podnet.v1.ListRoutesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListRoutesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `meta.managed_by` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The new prefix is that of another route of the table | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Choose another prefix |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Change the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateRouteResponse updateRoute(io.podnet.v1.UpdateRouteRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteRouteResponse deleteRoute(io.podnet.v1.DeleteRouteRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Associates a route table with a subnet, or takes it away. Setting the table that is set already
     * succeeds without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or the table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Table and subnet are of different networks | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a table of the network of the subnet |
     * | The table belongs to another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The subnet would lose the managed table of its kubenet cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node pools first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.SetSubnetRouteTableResponse setSubnetRouteTable(io.podnet.v1.SetSubnetRouteTableRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSetSubnetRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists all routes that apply in a subnet or on a node: system, BGP and user routes, active and
     * invalid. Ordered by prefix, then by source: user, BGP, system.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public io.podnet.v1.ListEffectiveRoutesResponse listEffectiveRoutes(io.podnet.v1.ListEffectiveRoutesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListEffectiveRoutesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Finds the route that a packet to one destination takes, and tells for each other matching route
     * why it lost. No matching route is an answer, not an error.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public io.podnet.v1.LookupRouteResponse lookupRoute(io.podnet.v1.LookupRouteRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getLookupRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Compares the table with what the nodes of its cluster need, and repairs it. With
     * `validate_only` it is the plan, refused where applying it would be; without, it applies exactly
     * what a plan at the given etag shows, in one revision. Foreign routes are listed and kept. Applying to a table of a cluster in
     * OBSERVED switches the cluster to MANAGED. A table without drift is answered without a new
     * revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | `etag` is missing and this is not a dry run, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No cluster uses the table | FAILED_PRECONDITION | NETWORK_MISMATCH | Name the table of a kubenet cluster |
     * | A route that is needed has the prefix of a foreign route | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove the foreign route, which podnet never does |
     * | The table would have more routes than it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove foreign routes or nodes |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.ReconcileRouteTableResponse reconcileRouteTable(io.podnet.v1.ReconcileRouteTableRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReconcileRouteTableMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service RouteService.
   * <pre>
   * Keeps route tables and answers which route a packet takes. Routes with `meta.managed_by` set are
   * kept by a cluster and follow its nodes; all others are of the user and are never touched by
   * podnet.
   * </pre>
   */
  public static final class RouteServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<RouteServiceBlockingStub> {
    private RouteServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected RouteServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new RouteServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A RouteTable of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The network has as many route tables as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateRouteTableResponse createRouteTable(io.podnet.v1.CreateRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetRouteTableResponse getRouteTable(io.podnet.v1.GetRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists route tables in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListRouteTablesResponse listRouteTables(io.podnet.v1.ListRouteTablesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListRouteTablesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is kept by a cluster and the change touches more than labels | FAILED_PRECONDITION | ROUTE_MANAGED | Change the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateRouteTableResponse updateRouteTable(io.podnet.v1.UpdateRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is associated with a subnet or named by a cluster | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The table is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteRouteTableResponse deleteRouteTable(io.podnet.v1.DeleteRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Route of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The table has a route with this prefix | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Change that route, or choose another prefix |
     * | The table has as many routes as it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes |
     * | `meta.managed_by` names a cluster whose route management is MANAGED | FAILED_PRECONDITION | ROUTE_MANAGED | Leave the field empty |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateRouteResponse createRoute(io.podnet.v1.CreateRouteRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetRouteResponse getRoute(io.podnet.v1.GetRouteRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists routes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListRoutesResponse listRoutes(io.podnet.v1.ListRoutesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListRoutesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `meta.managed_by` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The new prefix is that of another route of the table | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Choose another prefix |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Change the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateRouteResponse updateRoute(io.podnet.v1.UpdateRouteRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteRouteResponse deleteRoute(io.podnet.v1.DeleteRouteRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Associates a route table with a subnet, or takes it away. Setting the table that is set already
     * succeeds without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or the table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Table and subnet are of different networks | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a table of the network of the subnet |
     * | The table belongs to another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The subnet would lose the managed table of its kubenet cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node pools first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.SetSubnetRouteTableResponse setSubnetRouteTable(io.podnet.v1.SetSubnetRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSetSubnetRouteTableMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists all routes that apply in a subnet or on a node: system, BGP and user routes, active and
     * invalid. Ordered by prefix, then by source: user, BGP, system.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public io.podnet.v1.ListEffectiveRoutesResponse listEffectiveRoutes(io.podnet.v1.ListEffectiveRoutesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListEffectiveRoutesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Finds the route that a packet to one destination takes, and tells for each other matching route
     * why it lost. No matching route is an answer, not an error.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public io.podnet.v1.LookupRouteResponse lookupRoute(io.podnet.v1.LookupRouteRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getLookupRouteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Compares the table with what the nodes of its cluster need, and repairs it. With
     * `validate_only` it is the plan, refused where applying it would be; without, it applies exactly
     * what a plan at the given etag shows, in one revision. Foreign routes are listed and kept. Applying to a table of a cluster in
     * OBSERVED switches the cluster to MANAGED. A table without drift is answered without a new
     * revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | `etag` is missing and this is not a dry run, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No cluster uses the table | FAILED_PRECONDITION | NETWORK_MISMATCH | Name the table of a kubenet cluster |
     * | A route that is needed has the prefix of a foreign route | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove the foreign route, which podnet never does |
     * | The table would have more routes than it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove foreign routes or nodes |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.ReconcileRouteTableResponse reconcileRouteTable(io.podnet.v1.ReconcileRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReconcileRouteTableMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service RouteService.
   * <pre>
   * Keeps route tables and answers which route a packet takes. Routes with `meta.managed_by` set are
   * kept by a cluster and follow its nodes; all others are of the user and are never touched by
   * podnet.
   * </pre>
   */
  public static final class RouteServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<RouteServiceFutureStub> {
    private RouteServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected RouteServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new RouteServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A RouteTable of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The network has as many route tables as it may | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Remove some first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateRouteTableResponse> createRouteTable(
        io.podnet.v1.CreateRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateRouteTableMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetRouteTableResponse> getRouteTable(
        io.podnet.v1.GetRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetRouteTableMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists route tables in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListRouteTablesResponse> listRouteTables(
        io.podnet.v1.ListRouteTablesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListRouteTablesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The RouteTable does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is kept by a cluster and the change touches more than labels | FAILED_PRECONDITION | ROUTE_MANAGED | Change the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateRouteTableResponse> updateRouteTable(
        io.podnet.v1.UpdateRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateRouteTableMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a route table.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The RouteTable does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The table is associated with a subnet or named by a cluster | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | The table is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the cluster |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteRouteTableResponse> deleteRouteTable(
        io.podnet.v1.DeleteRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteRouteTableMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Creates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Route of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The table has a route with this prefix | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Change that route, or choose another prefix |
     * | The table has as many routes as it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes |
     * | `meta.managed_by` names a cluster whose route management is MANAGED | FAILED_PRECONDITION | ROUTE_MANAGED | Leave the field empty |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateRouteResponse> createRoute(
        io.podnet.v1.CreateRouteRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateRouteMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetRouteResponse> getRoute(
        io.podnet.v1.GetRouteRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetRouteMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists routes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListRoutesResponse> listRoutes(
        io.podnet.v1.ListRoutesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListRoutesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node` or `meta.managed_by` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Route does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The new prefix is that of another route of the table | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Choose another prefix |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Change the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateRouteResponse> updateRoute(
        io.podnet.v1.UpdateRouteRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateRouteMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a user route.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Route does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The route is kept by a cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node, or reconcile |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteRouteResponse> deleteRoute(
        io.podnet.v1.DeleteRouteRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteRouteMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Associates a route table with a subnet, or takes it away. Setting the table that is set already
     * succeeds without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or the table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Table and subnet are of different networks | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a table of the network of the subnet |
     * | The table belongs to another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The subnet would lose the managed table of its kubenet cluster | FAILED_PRECONDITION | ROUTE_MANAGED | Delete the node pools first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.SetSubnetRouteTableResponse> setSubnetRouteTable(
        io.podnet.v1.SetSubnetRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSetSubnetRouteTableMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists all routes that apply in a subnet or on a node: system, BGP and user routes, active and
     * invalid. Ordered by prefix, then by source: user, BGP, system.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListEffectiveRoutesResponse> listEffectiveRoutes(
        io.podnet.v1.ListEffectiveRoutesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListEffectiveRoutesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Finds the route that a packet to one destination takes, and tells for each other matching route
     * why it lost. No matching route is an answer, not an error.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The subnet or node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The revision asked for is older than the history kept | OUT_OF_RANGE | REVISION_COMPACTED | Ask for `compact_revision` or later |
     * | The revision asked for has not happened | OUT_OF_RANGE | REVISION_IN_FUTURE | Ask for `current_revision` or earlier |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.LookupRouteResponse> lookupRoute(
        io.podnet.v1.LookupRouteRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getLookupRouteMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Compares the table with what the nodes of its cluster need, and repairs it. With
     * `validate_only` it is the plan, refused where applying it would be; without, it applies exactly
     * what a plan at the given etag shows, in one revision. Foreign routes are listed and kept. Applying to a table of a cluster in
     * OBSERVED switches the cluster to MANAGED. A table without drift is answered without a new
     * revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | `etag` is missing and this is not a dry run, or another field is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No cluster uses the table | FAILED_PRECONDITION | NETWORK_MISMATCH | Name the table of a kubenet cluster |
     * | A route that is needed has the prefix of a foreign route | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove the foreign route, which podnet never does |
     * | The table would have more routes than it may | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove foreign routes or nodes |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ReconcileRouteTableResponse> reconcileRouteTable(
        io.podnet.v1.ReconcileRouteTableRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReconcileRouteTableMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_ROUTE_TABLE = 0;
  private static final int METHODID_GET_ROUTE_TABLE = 1;
  private static final int METHODID_LIST_ROUTE_TABLES = 2;
  private static final int METHODID_UPDATE_ROUTE_TABLE = 3;
  private static final int METHODID_DELETE_ROUTE_TABLE = 4;
  private static final int METHODID_CREATE_ROUTE = 5;
  private static final int METHODID_GET_ROUTE = 6;
  private static final int METHODID_LIST_ROUTES = 7;
  private static final int METHODID_UPDATE_ROUTE = 8;
  private static final int METHODID_DELETE_ROUTE = 9;
  private static final int METHODID_SET_SUBNET_ROUTE_TABLE = 10;
  private static final int METHODID_LIST_EFFECTIVE_ROUTES = 11;
  private static final int METHODID_LOOKUP_ROUTE = 12;
  private static final int METHODID_RECONCILE_ROUTE_TABLE = 13;

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
        case METHODID_CREATE_ROUTE_TABLE:
          serviceImpl.createRouteTable((io.podnet.v1.CreateRouteTableRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateRouteTableResponse>) responseObserver);
          break;
        case METHODID_GET_ROUTE_TABLE:
          serviceImpl.getRouteTable((io.podnet.v1.GetRouteTableRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetRouteTableResponse>) responseObserver);
          break;
        case METHODID_LIST_ROUTE_TABLES:
          serviceImpl.listRouteTables((io.podnet.v1.ListRouteTablesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListRouteTablesResponse>) responseObserver);
          break;
        case METHODID_UPDATE_ROUTE_TABLE:
          serviceImpl.updateRouteTable((io.podnet.v1.UpdateRouteTableRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateRouteTableResponse>) responseObserver);
          break;
        case METHODID_DELETE_ROUTE_TABLE:
          serviceImpl.deleteRouteTable((io.podnet.v1.DeleteRouteTableRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteRouteTableResponse>) responseObserver);
          break;
        case METHODID_CREATE_ROUTE:
          serviceImpl.createRoute((io.podnet.v1.CreateRouteRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateRouteResponse>) responseObserver);
          break;
        case METHODID_GET_ROUTE:
          serviceImpl.getRoute((io.podnet.v1.GetRouteRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetRouteResponse>) responseObserver);
          break;
        case METHODID_LIST_ROUTES:
          serviceImpl.listRoutes((io.podnet.v1.ListRoutesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListRoutesResponse>) responseObserver);
          break;
        case METHODID_UPDATE_ROUTE:
          serviceImpl.updateRoute((io.podnet.v1.UpdateRouteRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateRouteResponse>) responseObserver);
          break;
        case METHODID_DELETE_ROUTE:
          serviceImpl.deleteRoute((io.podnet.v1.DeleteRouteRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteRouteResponse>) responseObserver);
          break;
        case METHODID_SET_SUBNET_ROUTE_TABLE:
          serviceImpl.setSubnetRouteTable((io.podnet.v1.SetSubnetRouteTableRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.SetSubnetRouteTableResponse>) responseObserver);
          break;
        case METHODID_LIST_EFFECTIVE_ROUTES:
          serviceImpl.listEffectiveRoutes((io.podnet.v1.ListEffectiveRoutesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListEffectiveRoutesResponse>) responseObserver);
          break;
        case METHODID_LOOKUP_ROUTE:
          serviceImpl.lookupRoute((io.podnet.v1.LookupRouteRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.LookupRouteResponse>) responseObserver);
          break;
        case METHODID_RECONCILE_ROUTE_TABLE:
          serviceImpl.reconcileRouteTable((io.podnet.v1.ReconcileRouteTableRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ReconcileRouteTableResponse>) responseObserver);
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
          getCreateRouteTableMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateRouteTableRequest,
              io.podnet.v1.CreateRouteTableResponse>(
                service, METHODID_CREATE_ROUTE_TABLE)))
        .addMethod(
          getGetRouteTableMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetRouteTableRequest,
              io.podnet.v1.GetRouteTableResponse>(
                service, METHODID_GET_ROUTE_TABLE)))
        .addMethod(
          getListRouteTablesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListRouteTablesRequest,
              io.podnet.v1.ListRouteTablesResponse>(
                service, METHODID_LIST_ROUTE_TABLES)))
        .addMethod(
          getUpdateRouteTableMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateRouteTableRequest,
              io.podnet.v1.UpdateRouteTableResponse>(
                service, METHODID_UPDATE_ROUTE_TABLE)))
        .addMethod(
          getDeleteRouteTableMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteRouteTableRequest,
              io.podnet.v1.DeleteRouteTableResponse>(
                service, METHODID_DELETE_ROUTE_TABLE)))
        .addMethod(
          getCreateRouteMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateRouteRequest,
              io.podnet.v1.CreateRouteResponse>(
                service, METHODID_CREATE_ROUTE)))
        .addMethod(
          getGetRouteMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetRouteRequest,
              io.podnet.v1.GetRouteResponse>(
                service, METHODID_GET_ROUTE)))
        .addMethod(
          getListRoutesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListRoutesRequest,
              io.podnet.v1.ListRoutesResponse>(
                service, METHODID_LIST_ROUTES)))
        .addMethod(
          getUpdateRouteMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateRouteRequest,
              io.podnet.v1.UpdateRouteResponse>(
                service, METHODID_UPDATE_ROUTE)))
        .addMethod(
          getDeleteRouteMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteRouteRequest,
              io.podnet.v1.DeleteRouteResponse>(
                service, METHODID_DELETE_ROUTE)))
        .addMethod(
          getSetSubnetRouteTableMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.SetSubnetRouteTableRequest,
              io.podnet.v1.SetSubnetRouteTableResponse>(
                service, METHODID_SET_SUBNET_ROUTE_TABLE)))
        .addMethod(
          getListEffectiveRoutesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListEffectiveRoutesRequest,
              io.podnet.v1.ListEffectiveRoutesResponse>(
                service, METHODID_LIST_EFFECTIVE_ROUTES)))
        .addMethod(
          getLookupRouteMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.LookupRouteRequest,
              io.podnet.v1.LookupRouteResponse>(
                service, METHODID_LOOKUP_ROUTE)))
        .addMethod(
          getReconcileRouteTableMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ReconcileRouteTableRequest,
              io.podnet.v1.ReconcileRouteTableResponse>(
                service, METHODID_RECONCILE_ROUTE_TABLE)))
        .build();
  }

  private static abstract class RouteServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    RouteServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.podnet.v1.RouteOuterClass.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("RouteService");
    }
  }

  private static final class RouteServiceFileDescriptorSupplier
      extends RouteServiceBaseDescriptorSupplier {
    RouteServiceFileDescriptorSupplier() {}
  }

  private static final class RouteServiceMethodDescriptorSupplier
      extends RouteServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    RouteServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (RouteServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new RouteServiceFileDescriptorSupplier())
              .addMethod(getCreateRouteTableMethod())
              .addMethod(getGetRouteTableMethod())
              .addMethod(getListRouteTablesMethod())
              .addMethod(getUpdateRouteTableMethod())
              .addMethod(getDeleteRouteTableMethod())
              .addMethod(getCreateRouteMethod())
              .addMethod(getGetRouteMethod())
              .addMethod(getListRoutesMethod())
              .addMethod(getUpdateRouteMethod())
              .addMethod(getDeleteRouteMethod())
              .addMethod(getSetSubnetRouteTableMethod())
              .addMethod(getListEffectiveRoutesMethod())
              .addMethod(getLookupRouteMethod())
              .addMethod(getReconcileRouteTableMethod())
              .build();
        }
      }
    }
    return result;
  }
}
