package io.podnet.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Keeps clusters, node pools and nodes. Every change of a node is one revision that has the node,
 * its addresses and its routes, or nothing.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class ClusterServiceGrpc {

  private ClusterServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "podnet.v1.ClusterService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateClusterRequest,
      io.podnet.v1.CreateClusterResponse> getCreateClusterMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateCluster",
      requestType = io.podnet.v1.CreateClusterRequest.class,
      responseType = io.podnet.v1.CreateClusterResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateClusterRequest,
      io.podnet.v1.CreateClusterResponse> getCreateClusterMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateClusterRequest, io.podnet.v1.CreateClusterResponse> getCreateClusterMethod;
    if ((getCreateClusterMethod = ClusterServiceGrpc.getCreateClusterMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getCreateClusterMethod = ClusterServiceGrpc.getCreateClusterMethod) == null) {
          ClusterServiceGrpc.getCreateClusterMethod = getCreateClusterMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateClusterRequest, io.podnet.v1.CreateClusterResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateCluster"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateClusterRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateClusterResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("CreateCluster"))
              .build();
        }
      }
    }
    return getCreateClusterMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetClusterRequest,
      io.podnet.v1.GetClusterResponse> getGetClusterMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetCluster",
      requestType = io.podnet.v1.GetClusterRequest.class,
      responseType = io.podnet.v1.GetClusterResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetClusterRequest,
      io.podnet.v1.GetClusterResponse> getGetClusterMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetClusterRequest, io.podnet.v1.GetClusterResponse> getGetClusterMethod;
    if ((getGetClusterMethod = ClusterServiceGrpc.getGetClusterMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getGetClusterMethod = ClusterServiceGrpc.getGetClusterMethod) == null) {
          ClusterServiceGrpc.getGetClusterMethod = getGetClusterMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetClusterRequest, io.podnet.v1.GetClusterResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetCluster"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetClusterRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetClusterResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("GetCluster"))
              .build();
        }
      }
    }
    return getGetClusterMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListClustersRequest,
      io.podnet.v1.ListClustersResponse> getListClustersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListClusters",
      requestType = io.podnet.v1.ListClustersRequest.class,
      responseType = io.podnet.v1.ListClustersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListClustersRequest,
      io.podnet.v1.ListClustersResponse> getListClustersMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListClustersRequest, io.podnet.v1.ListClustersResponse> getListClustersMethod;
    if ((getListClustersMethod = ClusterServiceGrpc.getListClustersMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getListClustersMethod = ClusterServiceGrpc.getListClustersMethod) == null) {
          ClusterServiceGrpc.getListClustersMethod = getListClustersMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListClustersRequest, io.podnet.v1.ListClustersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListClusters"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListClustersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListClustersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("ListClusters"))
              .build();
        }
      }
    }
    return getListClustersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateClusterRequest,
      io.podnet.v1.UpdateClusterResponse> getUpdateClusterMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateCluster",
      requestType = io.podnet.v1.UpdateClusterRequest.class,
      responseType = io.podnet.v1.UpdateClusterResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateClusterRequest,
      io.podnet.v1.UpdateClusterResponse> getUpdateClusterMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateClusterRequest, io.podnet.v1.UpdateClusterResponse> getUpdateClusterMethod;
    if ((getUpdateClusterMethod = ClusterServiceGrpc.getUpdateClusterMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getUpdateClusterMethod = ClusterServiceGrpc.getUpdateClusterMethod) == null) {
          ClusterServiceGrpc.getUpdateClusterMethod = getUpdateClusterMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateClusterRequest, io.podnet.v1.UpdateClusterResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateCluster"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateClusterRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateClusterResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("UpdateCluster"))
              .build();
        }
      }
    }
    return getUpdateClusterMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteClusterRequest,
      io.podnet.v1.DeleteClusterResponse> getDeleteClusterMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteCluster",
      requestType = io.podnet.v1.DeleteClusterRequest.class,
      responseType = io.podnet.v1.DeleteClusterResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteClusterRequest,
      io.podnet.v1.DeleteClusterResponse> getDeleteClusterMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteClusterRequest, io.podnet.v1.DeleteClusterResponse> getDeleteClusterMethod;
    if ((getDeleteClusterMethod = ClusterServiceGrpc.getDeleteClusterMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getDeleteClusterMethod = ClusterServiceGrpc.getDeleteClusterMethod) == null) {
          ClusterServiceGrpc.getDeleteClusterMethod = getDeleteClusterMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteClusterRequest, io.podnet.v1.DeleteClusterResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteCluster"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteClusterRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteClusterResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("DeleteCluster"))
              .build();
        }
      }
    }
    return getDeleteClusterMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateNodePoolRequest,
      io.podnet.v1.CreateNodePoolResponse> getCreateNodePoolMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateNodePool",
      requestType = io.podnet.v1.CreateNodePoolRequest.class,
      responseType = io.podnet.v1.CreateNodePoolResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateNodePoolRequest,
      io.podnet.v1.CreateNodePoolResponse> getCreateNodePoolMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateNodePoolRequest, io.podnet.v1.CreateNodePoolResponse> getCreateNodePoolMethod;
    if ((getCreateNodePoolMethod = ClusterServiceGrpc.getCreateNodePoolMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getCreateNodePoolMethod = ClusterServiceGrpc.getCreateNodePoolMethod) == null) {
          ClusterServiceGrpc.getCreateNodePoolMethod = getCreateNodePoolMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateNodePoolRequest, io.podnet.v1.CreateNodePoolResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateNodePool"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNodePoolRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNodePoolResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("CreateNodePool"))
              .build();
        }
      }
    }
    return getCreateNodePoolMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetNodePoolRequest,
      io.podnet.v1.GetNodePoolResponse> getGetNodePoolMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetNodePool",
      requestType = io.podnet.v1.GetNodePoolRequest.class,
      responseType = io.podnet.v1.GetNodePoolResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetNodePoolRequest,
      io.podnet.v1.GetNodePoolResponse> getGetNodePoolMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetNodePoolRequest, io.podnet.v1.GetNodePoolResponse> getGetNodePoolMethod;
    if ((getGetNodePoolMethod = ClusterServiceGrpc.getGetNodePoolMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getGetNodePoolMethod = ClusterServiceGrpc.getGetNodePoolMethod) == null) {
          ClusterServiceGrpc.getGetNodePoolMethod = getGetNodePoolMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetNodePoolRequest, io.podnet.v1.GetNodePoolResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetNodePool"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNodePoolRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNodePoolResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("GetNodePool"))
              .build();
        }
      }
    }
    return getGetNodePoolMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListNodePoolsRequest,
      io.podnet.v1.ListNodePoolsResponse> getListNodePoolsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListNodePools",
      requestType = io.podnet.v1.ListNodePoolsRequest.class,
      responseType = io.podnet.v1.ListNodePoolsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListNodePoolsRequest,
      io.podnet.v1.ListNodePoolsResponse> getListNodePoolsMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListNodePoolsRequest, io.podnet.v1.ListNodePoolsResponse> getListNodePoolsMethod;
    if ((getListNodePoolsMethod = ClusterServiceGrpc.getListNodePoolsMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getListNodePoolsMethod = ClusterServiceGrpc.getListNodePoolsMethod) == null) {
          ClusterServiceGrpc.getListNodePoolsMethod = getListNodePoolsMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListNodePoolsRequest, io.podnet.v1.ListNodePoolsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListNodePools"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNodePoolsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNodePoolsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("ListNodePools"))
              .build();
        }
      }
    }
    return getListNodePoolsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateNodePoolRequest,
      io.podnet.v1.UpdateNodePoolResponse> getUpdateNodePoolMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateNodePool",
      requestType = io.podnet.v1.UpdateNodePoolRequest.class,
      responseType = io.podnet.v1.UpdateNodePoolResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateNodePoolRequest,
      io.podnet.v1.UpdateNodePoolResponse> getUpdateNodePoolMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateNodePoolRequest, io.podnet.v1.UpdateNodePoolResponse> getUpdateNodePoolMethod;
    if ((getUpdateNodePoolMethod = ClusterServiceGrpc.getUpdateNodePoolMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getUpdateNodePoolMethod = ClusterServiceGrpc.getUpdateNodePoolMethod) == null) {
          ClusterServiceGrpc.getUpdateNodePoolMethod = getUpdateNodePoolMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateNodePoolRequest, io.podnet.v1.UpdateNodePoolResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateNodePool"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNodePoolRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNodePoolResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("UpdateNodePool"))
              .build();
        }
      }
    }
    return getUpdateNodePoolMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteNodePoolRequest,
      io.podnet.v1.DeleteNodePoolResponse> getDeleteNodePoolMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteNodePool",
      requestType = io.podnet.v1.DeleteNodePoolRequest.class,
      responseType = io.podnet.v1.DeleteNodePoolResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteNodePoolRequest,
      io.podnet.v1.DeleteNodePoolResponse> getDeleteNodePoolMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteNodePoolRequest, io.podnet.v1.DeleteNodePoolResponse> getDeleteNodePoolMethod;
    if ((getDeleteNodePoolMethod = ClusterServiceGrpc.getDeleteNodePoolMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getDeleteNodePoolMethod = ClusterServiceGrpc.getDeleteNodePoolMethod) == null) {
          ClusterServiceGrpc.getDeleteNodePoolMethod = getDeleteNodePoolMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteNodePoolRequest, io.podnet.v1.DeleteNodePoolResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteNodePool"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNodePoolRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNodePoolResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("DeleteNodePool"))
              .build();
        }
      }
    }
    return getDeleteNodePoolMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ScaleNodePoolRequest,
      io.podnet.v1.ScaleNodePoolResponse> getScaleNodePoolMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ScaleNodePool",
      requestType = io.podnet.v1.ScaleNodePoolRequest.class,
      responseType = io.podnet.v1.ScaleNodePoolResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ScaleNodePoolRequest,
      io.podnet.v1.ScaleNodePoolResponse> getScaleNodePoolMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ScaleNodePoolRequest, io.podnet.v1.ScaleNodePoolResponse> getScaleNodePoolMethod;
    if ((getScaleNodePoolMethod = ClusterServiceGrpc.getScaleNodePoolMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getScaleNodePoolMethod = ClusterServiceGrpc.getScaleNodePoolMethod) == null) {
          ClusterServiceGrpc.getScaleNodePoolMethod = getScaleNodePoolMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ScaleNodePoolRequest, io.podnet.v1.ScaleNodePoolResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ScaleNodePool"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ScaleNodePoolRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ScaleNodePoolResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("ScaleNodePool"))
              .build();
        }
      }
    }
    return getScaleNodePoolMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateNodeRequest,
      io.podnet.v1.CreateNodeResponse> getCreateNodeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateNode",
      requestType = io.podnet.v1.CreateNodeRequest.class,
      responseType = io.podnet.v1.CreateNodeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateNodeRequest,
      io.podnet.v1.CreateNodeResponse> getCreateNodeMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateNodeRequest, io.podnet.v1.CreateNodeResponse> getCreateNodeMethod;
    if ((getCreateNodeMethod = ClusterServiceGrpc.getCreateNodeMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getCreateNodeMethod = ClusterServiceGrpc.getCreateNodeMethod) == null) {
          ClusterServiceGrpc.getCreateNodeMethod = getCreateNodeMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateNodeRequest, io.podnet.v1.CreateNodeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateNode"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNodeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNodeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("CreateNode"))
              .build();
        }
      }
    }
    return getCreateNodeMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetNodeRequest,
      io.podnet.v1.GetNodeResponse> getGetNodeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetNode",
      requestType = io.podnet.v1.GetNodeRequest.class,
      responseType = io.podnet.v1.GetNodeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetNodeRequest,
      io.podnet.v1.GetNodeResponse> getGetNodeMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetNodeRequest, io.podnet.v1.GetNodeResponse> getGetNodeMethod;
    if ((getGetNodeMethod = ClusterServiceGrpc.getGetNodeMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getGetNodeMethod = ClusterServiceGrpc.getGetNodeMethod) == null) {
          ClusterServiceGrpc.getGetNodeMethod = getGetNodeMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetNodeRequest, io.podnet.v1.GetNodeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetNode"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNodeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNodeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("GetNode"))
              .build();
        }
      }
    }
    return getGetNodeMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListNodesRequest,
      io.podnet.v1.ListNodesResponse> getListNodesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListNodes",
      requestType = io.podnet.v1.ListNodesRequest.class,
      responseType = io.podnet.v1.ListNodesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListNodesRequest,
      io.podnet.v1.ListNodesResponse> getListNodesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListNodesRequest, io.podnet.v1.ListNodesResponse> getListNodesMethod;
    if ((getListNodesMethod = ClusterServiceGrpc.getListNodesMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getListNodesMethod = ClusterServiceGrpc.getListNodesMethod) == null) {
          ClusterServiceGrpc.getListNodesMethod = getListNodesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListNodesRequest, io.podnet.v1.ListNodesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListNodes"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNodesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNodesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("ListNodes"))
              .build();
        }
      }
    }
    return getListNodesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateNodeRequest,
      io.podnet.v1.UpdateNodeResponse> getUpdateNodeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateNode",
      requestType = io.podnet.v1.UpdateNodeRequest.class,
      responseType = io.podnet.v1.UpdateNodeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateNodeRequest,
      io.podnet.v1.UpdateNodeResponse> getUpdateNodeMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateNodeRequest, io.podnet.v1.UpdateNodeResponse> getUpdateNodeMethod;
    if ((getUpdateNodeMethod = ClusterServiceGrpc.getUpdateNodeMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getUpdateNodeMethod = ClusterServiceGrpc.getUpdateNodeMethod) == null) {
          ClusterServiceGrpc.getUpdateNodeMethod = getUpdateNodeMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateNodeRequest, io.podnet.v1.UpdateNodeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateNode"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNodeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNodeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("UpdateNode"))
              .build();
        }
      }
    }
    return getUpdateNodeMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteNodeRequest,
      io.podnet.v1.DeleteNodeResponse> getDeleteNodeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteNode",
      requestType = io.podnet.v1.DeleteNodeRequest.class,
      responseType = io.podnet.v1.DeleteNodeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteNodeRequest,
      io.podnet.v1.DeleteNodeResponse> getDeleteNodeMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteNodeRequest, io.podnet.v1.DeleteNodeResponse> getDeleteNodeMethod;
    if ((getDeleteNodeMethod = ClusterServiceGrpc.getDeleteNodeMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getDeleteNodeMethod = ClusterServiceGrpc.getDeleteNodeMethod) == null) {
          ClusterServiceGrpc.getDeleteNodeMethod = getDeleteNodeMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteNodeRequest, io.podnet.v1.DeleteNodeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteNode"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNodeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNodeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("DeleteNode"))
              .build();
        }
      }
    }
    return getDeleteNodeMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.BatchCreateNodesRequest,
      io.podnet.v1.BatchCreateNodesResponse> getBatchCreateNodesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchCreateNodes",
      requestType = io.podnet.v1.BatchCreateNodesRequest.class,
      responseType = io.podnet.v1.BatchCreateNodesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.BatchCreateNodesRequest,
      io.podnet.v1.BatchCreateNodesResponse> getBatchCreateNodesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.BatchCreateNodesRequest, io.podnet.v1.BatchCreateNodesResponse> getBatchCreateNodesMethod;
    if ((getBatchCreateNodesMethod = ClusterServiceGrpc.getBatchCreateNodesMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getBatchCreateNodesMethod = ClusterServiceGrpc.getBatchCreateNodesMethod) == null) {
          ClusterServiceGrpc.getBatchCreateNodesMethod = getBatchCreateNodesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.BatchCreateNodesRequest, io.podnet.v1.BatchCreateNodesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchCreateNodes"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchCreateNodesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchCreateNodesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("BatchCreateNodes"))
              .build();
        }
      }
    }
    return getBatchCreateNodesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.BatchDeleteNodesRequest,
      io.podnet.v1.BatchDeleteNodesResponse> getBatchDeleteNodesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchDeleteNodes",
      requestType = io.podnet.v1.BatchDeleteNodesRequest.class,
      responseType = io.podnet.v1.BatchDeleteNodesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.BatchDeleteNodesRequest,
      io.podnet.v1.BatchDeleteNodesResponse> getBatchDeleteNodesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.BatchDeleteNodesRequest, io.podnet.v1.BatchDeleteNodesResponse> getBatchDeleteNodesMethod;
    if ((getBatchDeleteNodesMethod = ClusterServiceGrpc.getBatchDeleteNodesMethod) == null) {
      synchronized (ClusterServiceGrpc.class) {
        if ((getBatchDeleteNodesMethod = ClusterServiceGrpc.getBatchDeleteNodesMethod) == null) {
          ClusterServiceGrpc.getBatchDeleteNodesMethod = getBatchDeleteNodesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.BatchDeleteNodesRequest, io.podnet.v1.BatchDeleteNodesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchDeleteNodes"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchDeleteNodesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.BatchDeleteNodesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ClusterServiceMethodDescriptorSupplier("BatchDeleteNodes"))
              .build();
        }
      }
    }
    return getBatchDeleteNodesMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static ClusterServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ClusterServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ClusterServiceStub>() {
        @java.lang.Override
        public ClusterServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ClusterServiceStub(channel, callOptions);
        }
      };
    return ClusterServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static ClusterServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ClusterServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ClusterServiceBlockingV2Stub>() {
        @java.lang.Override
        public ClusterServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ClusterServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return ClusterServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static ClusterServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ClusterServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ClusterServiceBlockingStub>() {
        @java.lang.Override
        public ClusterServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ClusterServiceBlockingStub(channel, callOptions);
        }
      };
    return ClusterServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static ClusterServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ClusterServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ClusterServiceFutureStub>() {
        @java.lang.Override
        public ClusterServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ClusterServiceFutureStub(channel, callOptions);
        }
      };
    return ClusterServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Keeps clusters, node pools and nodes. Every change of a node is one revision that has the node,
   * its addresses and its routes, or nothing.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Creates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Cluster of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | Pod prefixes overlap each other or a network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A pod or service prefix has a length that is not allowed | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | Service and pod prefix overlap | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_POD_CIDR | Choose another prefix |
     * | The service prefix overlaps a subnet of the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | The address of cluster DNS is not inside the service prefix | FAILED_PRECONDITION | DNS_ADDRESS_OUTSIDE_SERVICE_CIDR | Choose an address inside |
     * | The network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The network mode is known but not offered | UNIMPLEMENTED | FEATURE_DISABLED | Choose KUBENET or AZURE_CNI |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it, or leave the field empty |
     * | Another kubenet cluster uses the route table | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createCluster(io.podnet.v1.CreateClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateClusterResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateClusterMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getCluster(io.podnet.v1.GetClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetClusterResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetClusterMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists clusters in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listClusters(io.podnet.v1.ListClustersRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListClustersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListClustersMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `network_mode`, `pod_prefixes`, `node_prefix_length_ipv4`, `node_prefix_length_ipv6`, `service_prefixes`, `dns_service_address`, `ip_families`, `route_table` or `provisioning_tool` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Outbound type USER_DEFINED_ROUTING has no default route to follow | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | Route management would become MANAGED while the table has drift | FAILED_PRECONDITION | ROUTE_DRIFT | Reconcile the table first |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add addresses, or fewer ports |
     * </pre>
     */
    default void updateCluster(io.podnet.v1.UpdateClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateClusterResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateClusterMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a cluster. A route table that podnet made for the cluster goes with it; managed routes
     * leave a table that the user brought.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The cluster has node pools | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete them first |
     * | The cluster has services, namespaces or network policies (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | A security group names the cluster as its keeper | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete the group first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteCluster(io.podnet.v1.DeleteClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteClusterResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteClusterMethod(), responseObserver);
    }

    /**
     * <pre>
     * Creates a node pool. The pool starts without nodes. In kubenet, the table of the cluster is
     * made, if there is none, and associated with the subnet in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A NodePool of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The subnet is delegated | FAILED_PRECONDITION | SUBNET_DELEGATED | Choose another subnet |
     * | Another kubenet cluster uses the subnet | FAILED_PRECONDITION | SUBNET_NOT_SHAREABLE | Choose another subnet |
     * | The subnet has a table of another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Choose another subnet or table |
     * | The subnet is of another network than the cluster | FAILED_PRECONDITION | NETWORK_MISMATCH | Choose a subnet of the network of the cluster |
     * | The outbound type needs a default route that the table of the subnet does not have | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createNodePool(io.podnet.v1.CreateNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNodePoolResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateNodePoolMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getNodePool(io.podnet.v1.GetNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNodePoolResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetNodePoolMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists node pools in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listNodePools(io.podnet.v1.ListNodePoolsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNodePoolsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListNodePoolsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `subnet`, `max_pods` or `os_type` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateNodePool(io.podnet.v1.UpdateNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNodePoolResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateNodePoolMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The pool has nodes | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteNodePool(io.podnet.v1.DeleteNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNodePoolResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteNodePoolMethod(), responseObserver);
    }

    /**
     * <pre>
     * Brings a pool to a number of nodes in one revision: all the nodes with their addresses, pod
     * prefixes and routes, or none. New nodes are named as Azure names them,
     * `aks-{node_pool}-{digits}-vmss{number}`, with a number that is never used twice. The newest
     * nodes leave first. A pool that has the number already is answered without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A node that would leave holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or remove chosen nodes with `BatchDeleteNodes` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void scaleNodePool(io.podnet.v1.ScaleNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ScaleNodePoolResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getScaleNodePoolMethod(), responseObserver);
    }

    /**
     * <pre>
     * Creates a node. In one revision it takes the address of the node, its pod prefixes (kubenet) or
     * `max_pods` further addresses (Azure CNI), and adds the route of each pod prefix. To be safe
     * against repetition, give a `request_id`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add outbound addresses |
     * </pre>
     */
    default void createNode(io.podnet.v1.CreateNodeRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNodeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateNodeMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a node.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getNode(io.podnet.v1.GetNodeRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNodeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetNodeMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists nodes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listNodes(io.podnet.v1.ListNodesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNodesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListNodesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a node. A changed address changes the next hop of its routes in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node_pool`, `uid`, `pod_prefixes` or `pod_addresses` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The update has another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the node and create the new one |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateNode(io.podnet.v1.UpdateNodeRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNodeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateNodeMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a node. Its addresses start to cool down and its routes go in the same revision. With
     * `force`, its allocations are released first, in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteNode(io.podnet.v1.DeleteNodeRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNodeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteNodeMethod(), responseObserver);
    }

    /**
     * <pre>
     * Creates nodes, all or none, in the order of the request and in one revision. Metadata key
     * `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void batchCreateNodes(io.podnet.v1.BatchCreateNodesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchCreateNodesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchCreateNodesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes nodes, all or none, in one revision. Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | A node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void batchDeleteNodes(io.podnet.v1.BatchDeleteNodesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchDeleteNodesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchDeleteNodesMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service ClusterService.
   * <pre>
   * Keeps clusters, node pools and nodes. Every change of a node is one revision that has the node,
   * its addresses and its routes, or nothing.
   * </pre>
   */
  public static abstract class ClusterServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return ClusterServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service ClusterService.
   * <pre>
   * Keeps clusters, node pools and nodes. Every change of a node is one revision that has the node,
   * its addresses and its routes, or nothing.
   * </pre>
   */
  public static final class ClusterServiceStub
      extends io.grpc.stub.AbstractAsyncStub<ClusterServiceStub> {
    private ClusterServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ClusterServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ClusterServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Cluster of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | Pod prefixes overlap each other or a network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A pod or service prefix has a length that is not allowed | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | Service and pod prefix overlap | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_POD_CIDR | Choose another prefix |
     * | The service prefix overlaps a subnet of the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | The address of cluster DNS is not inside the service prefix | FAILED_PRECONDITION | DNS_ADDRESS_OUTSIDE_SERVICE_CIDR | Choose an address inside |
     * | The network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The network mode is known but not offered | UNIMPLEMENTED | FEATURE_DISABLED | Choose KUBENET or AZURE_CNI |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it, or leave the field empty |
     * | Another kubenet cluster uses the route table | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createCluster(io.podnet.v1.CreateClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateClusterResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateClusterMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getCluster(io.podnet.v1.GetClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetClusterResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetClusterMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists clusters in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listClusters(io.podnet.v1.ListClustersRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListClustersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListClustersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `network_mode`, `pod_prefixes`, `node_prefix_length_ipv4`, `node_prefix_length_ipv6`, `service_prefixes`, `dns_service_address`, `ip_families`, `route_table` or `provisioning_tool` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Outbound type USER_DEFINED_ROUTING has no default route to follow | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | Route management would become MANAGED while the table has drift | FAILED_PRECONDITION | ROUTE_DRIFT | Reconcile the table first |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add addresses, or fewer ports |
     * </pre>
     */
    public void updateCluster(io.podnet.v1.UpdateClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateClusterResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateClusterMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a cluster. A route table that podnet made for the cluster goes with it; managed routes
     * leave a table that the user brought.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The cluster has node pools | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete them first |
     * | The cluster has services, namespaces or network policies (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | A security group names the cluster as its keeper | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete the group first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteCluster(io.podnet.v1.DeleteClusterRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteClusterResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteClusterMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Creates a node pool. The pool starts without nodes. In kubenet, the table of the cluster is
     * made, if there is none, and associated with the subnet in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A NodePool of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The subnet is delegated | FAILED_PRECONDITION | SUBNET_DELEGATED | Choose another subnet |
     * | Another kubenet cluster uses the subnet | FAILED_PRECONDITION | SUBNET_NOT_SHAREABLE | Choose another subnet |
     * | The subnet has a table of another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Choose another subnet or table |
     * | The subnet is of another network than the cluster | FAILED_PRECONDITION | NETWORK_MISMATCH | Choose a subnet of the network of the cluster |
     * | The outbound type needs a default route that the table of the subnet does not have | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createNodePool(io.podnet.v1.CreateNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNodePoolResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateNodePoolMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getNodePool(io.podnet.v1.GetNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNodePoolResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetNodePoolMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists node pools in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listNodePools(io.podnet.v1.ListNodePoolsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNodePoolsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListNodePoolsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `subnet`, `max_pods` or `os_type` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateNodePool(io.podnet.v1.UpdateNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNodePoolResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateNodePoolMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The pool has nodes | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteNodePool(io.podnet.v1.DeleteNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNodePoolResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteNodePoolMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Brings a pool to a number of nodes in one revision: all the nodes with their addresses, pod
     * prefixes and routes, or none. New nodes are named as Azure names them,
     * `aks-{node_pool}-{digits}-vmss{number}`, with a number that is never used twice. The newest
     * nodes leave first. A pool that has the number already is answered without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A node that would leave holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or remove chosen nodes with `BatchDeleteNodes` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void scaleNodePool(io.podnet.v1.ScaleNodePoolRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ScaleNodePoolResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getScaleNodePoolMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Creates a node. In one revision it takes the address of the node, its pod prefixes (kubenet) or
     * `max_pods` further addresses (Azure CNI), and adds the route of each pod prefix. To be safe
     * against repetition, give a `request_id`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add outbound addresses |
     * </pre>
     */
    public void createNode(io.podnet.v1.CreateNodeRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNodeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateNodeMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a node.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getNode(io.podnet.v1.GetNodeRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNodeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetNodeMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists nodes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listNodes(io.podnet.v1.ListNodesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNodesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListNodesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a node. A changed address changes the next hop of its routes in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node_pool`, `uid`, `pod_prefixes` or `pod_addresses` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The update has another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the node and create the new one |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateNode(io.podnet.v1.UpdateNodeRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNodeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateNodeMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a node. Its addresses start to cool down and its routes go in the same revision. With
     * `force`, its allocations are released first, in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteNode(io.podnet.v1.DeleteNodeRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNodeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteNodeMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Creates nodes, all or none, in the order of the request and in one revision. Metadata key
     * `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void batchCreateNodes(io.podnet.v1.BatchCreateNodesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchCreateNodesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchCreateNodesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes nodes, all or none, in one revision. Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | A node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void batchDeleteNodes(io.podnet.v1.BatchDeleteNodesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.BatchDeleteNodesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchDeleteNodesMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service ClusterService.
   * <pre>
   * Keeps clusters, node pools and nodes. Every change of a node is one revision that has the node,
   * its addresses and its routes, or nothing.
   * </pre>
   */
  public static final class ClusterServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<ClusterServiceBlockingV2Stub> {
    private ClusterServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ClusterServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ClusterServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Cluster of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | Pod prefixes overlap each other or a network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A pod or service prefix has a length that is not allowed | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | Service and pod prefix overlap | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_POD_CIDR | Choose another prefix |
     * | The service prefix overlaps a subnet of the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | The address of cluster DNS is not inside the service prefix | FAILED_PRECONDITION | DNS_ADDRESS_OUTSIDE_SERVICE_CIDR | Choose an address inside |
     * | The network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The network mode is known but not offered | UNIMPLEMENTED | FEATURE_DISABLED | Choose KUBENET or AZURE_CNI |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it, or leave the field empty |
     * | Another kubenet cluster uses the route table | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateClusterResponse createCluster(io.podnet.v1.CreateClusterRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetClusterResponse getCluster(io.podnet.v1.GetClusterRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists clusters in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListClustersResponse listClusters(io.podnet.v1.ListClustersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListClustersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `network_mode`, `pod_prefixes`, `node_prefix_length_ipv4`, `node_prefix_length_ipv6`, `service_prefixes`, `dns_service_address`, `ip_families`, `route_table` or `provisioning_tool` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Outbound type USER_DEFINED_ROUTING has no default route to follow | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | Route management would become MANAGED while the table has drift | FAILED_PRECONDITION | ROUTE_DRIFT | Reconcile the table first |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add addresses, or fewer ports |
     * </pre>
     */
    public io.podnet.v1.UpdateClusterResponse updateCluster(io.podnet.v1.UpdateClusterRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a cluster. A route table that podnet made for the cluster goes with it; managed routes
     * leave a table that the user brought.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The cluster has node pools | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete them first |
     * | The cluster has services, namespaces or network policies (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | A security group names the cluster as its keeper | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete the group first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteClusterResponse deleteCluster(io.podnet.v1.DeleteClusterRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a node pool. The pool starts without nodes. In kubenet, the table of the cluster is
     * made, if there is none, and associated with the subnet in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A NodePool of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The subnet is delegated | FAILED_PRECONDITION | SUBNET_DELEGATED | Choose another subnet |
     * | Another kubenet cluster uses the subnet | FAILED_PRECONDITION | SUBNET_NOT_SHAREABLE | Choose another subnet |
     * | The subnet has a table of another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Choose another subnet or table |
     * | The subnet is of another network than the cluster | FAILED_PRECONDITION | NETWORK_MISMATCH | Choose a subnet of the network of the cluster |
     * | The outbound type needs a default route that the table of the subnet does not have | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNodePoolResponse createNodePool(io.podnet.v1.CreateNodePoolRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNodePoolResponse getNodePool(io.podnet.v1.GetNodePoolRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists node pools in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNodePoolsResponse listNodePools(io.podnet.v1.ListNodePoolsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListNodePoolsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `subnet`, `max_pods` or `os_type` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNodePoolResponse updateNodePool(io.podnet.v1.UpdateNodePoolRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The pool has nodes | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNodePoolResponse deleteNodePool(io.podnet.v1.DeleteNodePoolRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Brings a pool to a number of nodes in one revision: all the nodes with their addresses, pod
     * prefixes and routes, or none. New nodes are named as Azure names them,
     * `aks-{node_pool}-{digits}-vmss{number}`, with a number that is never used twice. The newest
     * nodes leave first. A pool that has the number already is answered without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A node that would leave holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or remove chosen nodes with `BatchDeleteNodes` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.ScaleNodePoolResponse scaleNodePool(io.podnet.v1.ScaleNodePoolRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getScaleNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a node. In one revision it takes the address of the node, its pod prefixes (kubenet) or
     * `max_pods` further addresses (Azure CNI), and adds the route of each pod prefix. To be safe
     * against repetition, give a `request_id`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add outbound addresses |
     * </pre>
     */
    public io.podnet.v1.CreateNodeResponse createNode(io.podnet.v1.CreateNodeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateNodeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a node.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNodeResponse getNode(io.podnet.v1.GetNodeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetNodeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists nodes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNodesResponse listNodes(io.podnet.v1.ListNodesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListNodesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a node. A changed address changes the next hop of its routes in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node_pool`, `uid`, `pod_prefixes` or `pod_addresses` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The update has another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the node and create the new one |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNodeResponse updateNode(io.podnet.v1.UpdateNodeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateNodeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a node. Its addresses start to cool down and its routes go in the same revision. With
     * `force`, its allocations are released first, in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNodeResponse deleteNode(io.podnet.v1.DeleteNodeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteNodeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates nodes, all or none, in the order of the request and in one revision. Metadata key
     * `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchCreateNodesResponse batchCreateNodes(io.podnet.v1.BatchCreateNodesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchCreateNodesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes nodes, all or none, in one revision. Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | A node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchDeleteNodesResponse batchDeleteNodes(io.podnet.v1.BatchDeleteNodesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchDeleteNodesMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service ClusterService.
   * <pre>
   * Keeps clusters, node pools and nodes. Every change of a node is one revision that has the node,
   * its addresses and its routes, or nothing.
   * </pre>
   */
  public static final class ClusterServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<ClusterServiceBlockingStub> {
    private ClusterServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ClusterServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ClusterServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Cluster of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | Pod prefixes overlap each other or a network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A pod or service prefix has a length that is not allowed | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | Service and pod prefix overlap | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_POD_CIDR | Choose another prefix |
     * | The service prefix overlaps a subnet of the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | The address of cluster DNS is not inside the service prefix | FAILED_PRECONDITION | DNS_ADDRESS_OUTSIDE_SERVICE_CIDR | Choose an address inside |
     * | The network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The network mode is known but not offered | UNIMPLEMENTED | FEATURE_DISABLED | Choose KUBENET or AZURE_CNI |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it, or leave the field empty |
     * | Another kubenet cluster uses the route table | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateClusterResponse createCluster(io.podnet.v1.CreateClusterRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetClusterResponse getCluster(io.podnet.v1.GetClusterRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists clusters in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListClustersResponse listClusters(io.podnet.v1.ListClustersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListClustersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `network_mode`, `pod_prefixes`, `node_prefix_length_ipv4`, `node_prefix_length_ipv6`, `service_prefixes`, `dns_service_address`, `ip_families`, `route_table` or `provisioning_tool` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Outbound type USER_DEFINED_ROUTING has no default route to follow | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | Route management would become MANAGED while the table has drift | FAILED_PRECONDITION | ROUTE_DRIFT | Reconcile the table first |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add addresses, or fewer ports |
     * </pre>
     */
    public io.podnet.v1.UpdateClusterResponse updateCluster(io.podnet.v1.UpdateClusterRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a cluster. A route table that podnet made for the cluster goes with it; managed routes
     * leave a table that the user brought.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The cluster has node pools | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete them first |
     * | The cluster has services, namespaces or network policies (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | A security group names the cluster as its keeper | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete the group first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteClusterResponse deleteCluster(io.podnet.v1.DeleteClusterRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteClusterMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a node pool. The pool starts without nodes. In kubenet, the table of the cluster is
     * made, if there is none, and associated with the subnet in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A NodePool of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The subnet is delegated | FAILED_PRECONDITION | SUBNET_DELEGATED | Choose another subnet |
     * | Another kubenet cluster uses the subnet | FAILED_PRECONDITION | SUBNET_NOT_SHAREABLE | Choose another subnet |
     * | The subnet has a table of another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Choose another subnet or table |
     * | The subnet is of another network than the cluster | FAILED_PRECONDITION | NETWORK_MISMATCH | Choose a subnet of the network of the cluster |
     * | The outbound type needs a default route that the table of the subnet does not have | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNodePoolResponse createNodePool(io.podnet.v1.CreateNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNodePoolResponse getNodePool(io.podnet.v1.GetNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists node pools in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNodePoolsResponse listNodePools(io.podnet.v1.ListNodePoolsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListNodePoolsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `subnet`, `max_pods` or `os_type` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNodePoolResponse updateNodePool(io.podnet.v1.UpdateNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The pool has nodes | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNodePoolResponse deleteNodePool(io.podnet.v1.DeleteNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Brings a pool to a number of nodes in one revision: all the nodes with their addresses, pod
     * prefixes and routes, or none. New nodes are named as Azure names them,
     * `aks-{node_pool}-{digits}-vmss{number}`, with a number that is never used twice. The newest
     * nodes leave first. A pool that has the number already is answered without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A node that would leave holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or remove chosen nodes with `BatchDeleteNodes` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.ScaleNodePoolResponse scaleNodePool(io.podnet.v1.ScaleNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getScaleNodePoolMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a node. In one revision it takes the address of the node, its pod prefixes (kubenet) or
     * `max_pods` further addresses (Azure CNI), and adds the route of each pod prefix. To be safe
     * against repetition, give a `request_id`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add outbound addresses |
     * </pre>
     */
    public io.podnet.v1.CreateNodeResponse createNode(io.podnet.v1.CreateNodeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateNodeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a node.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNodeResponse getNode(io.podnet.v1.GetNodeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetNodeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists nodes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNodesResponse listNodes(io.podnet.v1.ListNodesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListNodesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a node. A changed address changes the next hop of its routes in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node_pool`, `uid`, `pod_prefixes` or `pod_addresses` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The update has another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the node and create the new one |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNodeResponse updateNode(io.podnet.v1.UpdateNodeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateNodeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a node. Its addresses start to cool down and its routes go in the same revision. With
     * `force`, its allocations are released first, in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNodeResponse deleteNode(io.podnet.v1.DeleteNodeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteNodeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates nodes, all or none, in the order of the request and in one revision. Metadata key
     * `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchCreateNodesResponse batchCreateNodes(io.podnet.v1.BatchCreateNodesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchCreateNodesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes nodes, all or none, in one revision. Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | A node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.BatchDeleteNodesResponse batchDeleteNodes(io.podnet.v1.BatchDeleteNodesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchDeleteNodesMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service ClusterService.
   * <pre>
   * Keeps clusters, node pools and nodes. Every change of a node is one revision that has the node,
   * its addresses and its routes, or nothing.
   * </pre>
   */
  public static final class ClusterServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<ClusterServiceFutureStub> {
    private ClusterServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ClusterServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ClusterServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | A Cluster of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | Pod prefixes overlap each other or a network | FAILED_PRECONDITION | CIDR_OVERLAP | Choose another prefix |
     * | A prefix overlaps a range of the platform | FAILED_PRECONDITION | CIDR_RESERVED | Choose another prefix |
     * | A pod or service prefix has a length that is not allowed | FAILED_PRECONDITION | CIDR_SIZE | Choose a prefix of an allowed length |
     * | Service and pod prefix overlap | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_POD_CIDR | Choose another prefix |
     * | The service prefix overlaps a subnet of the network | FAILED_PRECONDITION | SERVICE_CIDR_OVERLAPS_SUBNET | Choose another prefix |
     * | The address of cluster DNS is not inside the service prefix | FAILED_PRECONDITION | DNS_ADDRESS_OUTSIDE_SERVICE_CIDR | Choose an address inside |
     * | The network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The network mode is known but not offered | UNIMPLEMENTED | FEATURE_DISABLED | Choose KUBENET or AZURE_CNI |
     * | The route table does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it, or leave the field empty |
     * | Another kubenet cluster uses the route table | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Use a table of its own |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateClusterResponse> createCluster(
        io.podnet.v1.CreateClusterRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateClusterMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetClusterResponse> getCluster(
        io.podnet.v1.GetClusterRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetClusterMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists clusters in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListClustersResponse> listClusters(
        io.podnet.v1.ListClustersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListClustersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a cluster.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `network_mode`, `pod_prefixes`, `node_prefix_length_ipv4`, `node_prefix_length_ipv6`, `service_prefixes`, `dns_service_address`, `ip_families`, `route_table` or `provisioning_tool` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | Outbound type USER_DEFINED_ROUTING has no default route to follow | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | Route management would become MANAGED while the table has drift | FAILED_PRECONDITION | ROUTE_DRIFT | Reconcile the table first |
     * | The network mode or the operating system of a pool does not go with the network policy engine | INVALID_ARGUMENT | FIELD_INVALID | Choose an engine that the message names |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add addresses, or fewer ports |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateClusterResponse> updateCluster(
        io.podnet.v1.UpdateClusterRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateClusterMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a cluster. A route table that podnet made for the cluster goes with it; managed routes
     * leave a table that the user brought.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Cluster does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The cluster has node pools | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete them first |
     * | The cluster has services, namespaces or network policies (unless `force`) | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | A security group names the cluster as its keeper | FAILED_PRECONDITION | RESOURCE_IN_USE | Delete the group first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteClusterResponse> deleteCluster(
        io.podnet.v1.DeleteClusterRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteClusterMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Creates a node pool. The pool starts without nodes. In kubenet, the table of the cluster is
     * made, if there is none, and associated with the subnet in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A NodePool of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The subnet does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | The subnet is delegated | FAILED_PRECONDITION | SUBNET_DELEGATED | Choose another subnet |
     * | Another kubenet cluster uses the subnet | FAILED_PRECONDITION | SUBNET_NOT_SHAREABLE | Choose another subnet |
     * | The subnet has a table of another kubenet cluster | FAILED_PRECONDITION | ROUTE_TABLE_SHARED | Choose another subnet or table |
     * | The subnet is of another network than the cluster | FAILED_PRECONDITION | NETWORK_MISMATCH | Choose a subnet of the network of the cluster |
     * | The outbound type needs a default route that the table of the subnet does not have | FAILED_PRECONDITION | DEFAULT_ROUTE_MISSING | Add the route first |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateNodePoolResponse> createNodePool(
        io.podnet.v1.CreateNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateNodePoolMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetNodePoolResponse> getNodePool(
        io.podnet.v1.GetNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetNodePoolMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists node pools in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListNodePoolsResponse> listNodePools(
        io.podnet.v1.ListNodePoolsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListNodePoolsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `subnet`, `max_pods` or `os_type` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The security group is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name one of the network of the cluster |
     * | The security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Create it first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateNodePoolResponse> updateNodePool(
        io.podnet.v1.UpdateNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateNodePoolMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a node pool.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The pool has nodes | FAILED_PRECONDITION | RESOURCE_IN_USE | Remove what `PreconditionFailure` lists first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteNodePoolResponse> deleteNodePool(
        io.podnet.v1.DeleteNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteNodePoolMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Brings a pool to a number of nodes in one revision: all the nodes with their addresses, pod
     * prefixes and routes, or none. New nodes are named as Azure names them,
     * `aks-{node_pool}-{digits}-vmss{number}`, with a number that is never used twice. The newest
     * nodes leave first. A pool that has the number already is answered without a new revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The NodePool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A node that would leave holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or remove chosen nodes with `BatchDeleteNodes` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ScaleNodePoolResponse> scaleNodePool(
        io.podnet.v1.ScaleNodePoolRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getScaleNodePoolMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Creates a node. In one revision it takes the address of the node, its pod prefixes (kubenet) or
     * `max_pods` further addresses (Azure CNI), and adds the route of each pod prefix. To be safe
     * against repetition, give a `request_id`.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * | The ports of the nodes need more outbound addresses | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Add outbound addresses |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateNodeResponse> createNode(
        io.podnet.v1.CreateNodeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateNodeMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a node.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetNodeResponse> getNode(
        io.podnet.v1.GetNodeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetNodeMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists nodes in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListNodesResponse> listNodes(
        io.podnet.v1.ListNodesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListNodesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a node. A changed address changes the next hop of its routes in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name`, `node_pool`, `uid`, `pod_prefixes` or `pod_addresses` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The Node does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The update has another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the node and create the new one |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateNodeResponse> updateNode(
        io.podnet.v1.UpdateNodeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateNodeMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a node. Its addresses start to cool down and its routes go in the same revision. With
     * `force`, its allocations are released first, in the same revision.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The Node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | The node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteNodeResponse> deleteNode(
        io.podnet.v1.DeleteNodeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteNodeMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Creates nodes, all or none, in the order of the request and in one revision. Metadata key
     * `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | The cluster or a node pool does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A Node of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A node of that name exists with another Kubernetes UID | FAILED_PRECONDITION | NODE_UID_MISMATCH | Delete the old node first |
     * | No block of the pod prefixes is free (kubenet) | RESOURCE_EXHAUSTED | BLOCK_EXHAUSTED | Remove nodes; a larger pod prefix needs a new cluster |
     * | The route table is full (kubenet) | RESOURCE_EXHAUSTED | ROUTE_TABLE_FULL | Remove routes, or use a mode without routes per node |
     * | The subnet has too few free addresses | RESOURCE_EXHAUSTED | SUBNET_FULL | Fewer nodes, fewer pods per node, or a larger subnet |
     * | The cluster or pool has as many nodes as it may | RESOURCE_EXHAUSTED | NODE_LIMIT_REACHED | Use another pool or cluster |
     * | A pod prefix of the new node has a route of the user | ALREADY_EXISTS | ROUTE_PREFIX_EXISTS | Remove that route |
     * | A requested address or prefix is held | ALREADY_EXISTS | ADDRESS_IN_USE | Ask for another, or for any |
     * | A requested address was released a short time ago | FAILED_PRECONDITION | ADDRESS_COOLING_DOWN | Wait, or ask for another |
     * | A requested address is the platform's | FAILED_PRECONDITION | ADDRESS_RESERVED | Ask for another |
     * | A requested address or prefix is outside the subnet or pod prefix | OUT_OF_RANGE | ADDRESS_OUT_OF_POOL | Ask for one inside |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.BatchCreateNodesResponse> batchCreateNodes(
        io.podnet.v1.BatchCreateNodesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchCreateNodesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes nodes, all or none, in one revision. Metadata key `index` numbers the item that failed.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | No items, or more than 1000 | INVALID_ARGUMENT | BATCH_TOO_LARGE | Split the request |
     * | Two items have one name | INVALID_ARGUMENT | BATCH_ITEM_DUPLICATE | Remove one |
     * | A node does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | A node holds allocations (unless `force`) | FAILED_PRECONDITION | NODE_NOT_EMPTY | Drain it, or use `force` |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.BatchDeleteNodesResponse> batchDeleteNodes(
        io.podnet.v1.BatchDeleteNodesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchDeleteNodesMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_CLUSTER = 0;
  private static final int METHODID_GET_CLUSTER = 1;
  private static final int METHODID_LIST_CLUSTERS = 2;
  private static final int METHODID_UPDATE_CLUSTER = 3;
  private static final int METHODID_DELETE_CLUSTER = 4;
  private static final int METHODID_CREATE_NODE_POOL = 5;
  private static final int METHODID_GET_NODE_POOL = 6;
  private static final int METHODID_LIST_NODE_POOLS = 7;
  private static final int METHODID_UPDATE_NODE_POOL = 8;
  private static final int METHODID_DELETE_NODE_POOL = 9;
  private static final int METHODID_SCALE_NODE_POOL = 10;
  private static final int METHODID_CREATE_NODE = 11;
  private static final int METHODID_GET_NODE = 12;
  private static final int METHODID_LIST_NODES = 13;
  private static final int METHODID_UPDATE_NODE = 14;
  private static final int METHODID_DELETE_NODE = 15;
  private static final int METHODID_BATCH_CREATE_NODES = 16;
  private static final int METHODID_BATCH_DELETE_NODES = 17;

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
        case METHODID_CREATE_CLUSTER:
          serviceImpl.createCluster((io.podnet.v1.CreateClusterRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateClusterResponse>) responseObserver);
          break;
        case METHODID_GET_CLUSTER:
          serviceImpl.getCluster((io.podnet.v1.GetClusterRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetClusterResponse>) responseObserver);
          break;
        case METHODID_LIST_CLUSTERS:
          serviceImpl.listClusters((io.podnet.v1.ListClustersRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListClustersResponse>) responseObserver);
          break;
        case METHODID_UPDATE_CLUSTER:
          serviceImpl.updateCluster((io.podnet.v1.UpdateClusterRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateClusterResponse>) responseObserver);
          break;
        case METHODID_DELETE_CLUSTER:
          serviceImpl.deleteCluster((io.podnet.v1.DeleteClusterRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteClusterResponse>) responseObserver);
          break;
        case METHODID_CREATE_NODE_POOL:
          serviceImpl.createNodePool((io.podnet.v1.CreateNodePoolRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateNodePoolResponse>) responseObserver);
          break;
        case METHODID_GET_NODE_POOL:
          serviceImpl.getNodePool((io.podnet.v1.GetNodePoolRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetNodePoolResponse>) responseObserver);
          break;
        case METHODID_LIST_NODE_POOLS:
          serviceImpl.listNodePools((io.podnet.v1.ListNodePoolsRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListNodePoolsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_NODE_POOL:
          serviceImpl.updateNodePool((io.podnet.v1.UpdateNodePoolRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNodePoolResponse>) responseObserver);
          break;
        case METHODID_DELETE_NODE_POOL:
          serviceImpl.deleteNodePool((io.podnet.v1.DeleteNodePoolRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNodePoolResponse>) responseObserver);
          break;
        case METHODID_SCALE_NODE_POOL:
          serviceImpl.scaleNodePool((io.podnet.v1.ScaleNodePoolRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ScaleNodePoolResponse>) responseObserver);
          break;
        case METHODID_CREATE_NODE:
          serviceImpl.createNode((io.podnet.v1.CreateNodeRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateNodeResponse>) responseObserver);
          break;
        case METHODID_GET_NODE:
          serviceImpl.getNode((io.podnet.v1.GetNodeRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetNodeResponse>) responseObserver);
          break;
        case METHODID_LIST_NODES:
          serviceImpl.listNodes((io.podnet.v1.ListNodesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListNodesResponse>) responseObserver);
          break;
        case METHODID_UPDATE_NODE:
          serviceImpl.updateNode((io.podnet.v1.UpdateNodeRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNodeResponse>) responseObserver);
          break;
        case METHODID_DELETE_NODE:
          serviceImpl.deleteNode((io.podnet.v1.DeleteNodeRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNodeResponse>) responseObserver);
          break;
        case METHODID_BATCH_CREATE_NODES:
          serviceImpl.batchCreateNodes((io.podnet.v1.BatchCreateNodesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.BatchCreateNodesResponse>) responseObserver);
          break;
        case METHODID_BATCH_DELETE_NODES:
          serviceImpl.batchDeleteNodes((io.podnet.v1.BatchDeleteNodesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.BatchDeleteNodesResponse>) responseObserver);
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
          getCreateClusterMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateClusterRequest,
              io.podnet.v1.CreateClusterResponse>(
                service, METHODID_CREATE_CLUSTER)))
        .addMethod(
          getGetClusterMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetClusterRequest,
              io.podnet.v1.GetClusterResponse>(
                service, METHODID_GET_CLUSTER)))
        .addMethod(
          getListClustersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListClustersRequest,
              io.podnet.v1.ListClustersResponse>(
                service, METHODID_LIST_CLUSTERS)))
        .addMethod(
          getUpdateClusterMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateClusterRequest,
              io.podnet.v1.UpdateClusterResponse>(
                service, METHODID_UPDATE_CLUSTER)))
        .addMethod(
          getDeleteClusterMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteClusterRequest,
              io.podnet.v1.DeleteClusterResponse>(
                service, METHODID_DELETE_CLUSTER)))
        .addMethod(
          getCreateNodePoolMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateNodePoolRequest,
              io.podnet.v1.CreateNodePoolResponse>(
                service, METHODID_CREATE_NODE_POOL)))
        .addMethod(
          getGetNodePoolMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetNodePoolRequest,
              io.podnet.v1.GetNodePoolResponse>(
                service, METHODID_GET_NODE_POOL)))
        .addMethod(
          getListNodePoolsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListNodePoolsRequest,
              io.podnet.v1.ListNodePoolsResponse>(
                service, METHODID_LIST_NODE_POOLS)))
        .addMethod(
          getUpdateNodePoolMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateNodePoolRequest,
              io.podnet.v1.UpdateNodePoolResponse>(
                service, METHODID_UPDATE_NODE_POOL)))
        .addMethod(
          getDeleteNodePoolMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteNodePoolRequest,
              io.podnet.v1.DeleteNodePoolResponse>(
                service, METHODID_DELETE_NODE_POOL)))
        .addMethod(
          getScaleNodePoolMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ScaleNodePoolRequest,
              io.podnet.v1.ScaleNodePoolResponse>(
                service, METHODID_SCALE_NODE_POOL)))
        .addMethod(
          getCreateNodeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateNodeRequest,
              io.podnet.v1.CreateNodeResponse>(
                service, METHODID_CREATE_NODE)))
        .addMethod(
          getGetNodeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetNodeRequest,
              io.podnet.v1.GetNodeResponse>(
                service, METHODID_GET_NODE)))
        .addMethod(
          getListNodesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListNodesRequest,
              io.podnet.v1.ListNodesResponse>(
                service, METHODID_LIST_NODES)))
        .addMethod(
          getUpdateNodeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateNodeRequest,
              io.podnet.v1.UpdateNodeResponse>(
                service, METHODID_UPDATE_NODE)))
        .addMethod(
          getDeleteNodeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteNodeRequest,
              io.podnet.v1.DeleteNodeResponse>(
                service, METHODID_DELETE_NODE)))
        .addMethod(
          getBatchCreateNodesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.BatchCreateNodesRequest,
              io.podnet.v1.BatchCreateNodesResponse>(
                service, METHODID_BATCH_CREATE_NODES)))
        .addMethod(
          getBatchDeleteNodesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.BatchDeleteNodesRequest,
              io.podnet.v1.BatchDeleteNodesResponse>(
                service, METHODID_BATCH_DELETE_NODES)))
        .build();
  }

  private static abstract class ClusterServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    ClusterServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.podnet.v1.ClusterOuterClass.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("ClusterService");
    }
  }

  private static final class ClusterServiceFileDescriptorSupplier
      extends ClusterServiceBaseDescriptorSupplier {
    ClusterServiceFileDescriptorSupplier() {}
  }

  private static final class ClusterServiceMethodDescriptorSupplier
      extends ClusterServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    ClusterServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (ClusterServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new ClusterServiceFileDescriptorSupplier())
              .addMethod(getCreateClusterMethod())
              .addMethod(getGetClusterMethod())
              .addMethod(getListClustersMethod())
              .addMethod(getUpdateClusterMethod())
              .addMethod(getDeleteClusterMethod())
              .addMethod(getCreateNodePoolMethod())
              .addMethod(getGetNodePoolMethod())
              .addMethod(getListNodePoolsMethod())
              .addMethod(getUpdateNodePoolMethod())
              .addMethod(getDeleteNodePoolMethod())
              .addMethod(getScaleNodePoolMethod())
              .addMethod(getCreateNodeMethod())
              .addMethod(getGetNodeMethod())
              .addMethod(getListNodesMethod())
              .addMethod(getUpdateNodeMethod())
              .addMethod(getDeleteNodeMethod())
              .addMethod(getBatchCreateNodesMethod())
              .addMethod(getBatchDeleteNodesMethod())
              .build();
        }
      }
    }
    return result;
  }
}
