package io.podnet.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Keeps what filters packets: the network security groups of a virtual network, and the
 * NetworkPolicies of a cluster with the namespaces that they select by. Which group filters what is
 * with the subnet, the node pool and the reservation; which engine enforces policies, with the
 * cluster.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class SecurityServiceGrpc {

  private SecurityServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "podnet.v1.SecurityService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateNetworkSecurityGroupRequest,
      io.podnet.v1.CreateNetworkSecurityGroupResponse> getCreateNetworkSecurityGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateNetworkSecurityGroup",
      requestType = io.podnet.v1.CreateNetworkSecurityGroupRequest.class,
      responseType = io.podnet.v1.CreateNetworkSecurityGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateNetworkSecurityGroupRequest,
      io.podnet.v1.CreateNetworkSecurityGroupResponse> getCreateNetworkSecurityGroupMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateNetworkSecurityGroupRequest, io.podnet.v1.CreateNetworkSecurityGroupResponse> getCreateNetworkSecurityGroupMethod;
    if ((getCreateNetworkSecurityGroupMethod = SecurityServiceGrpc.getCreateNetworkSecurityGroupMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getCreateNetworkSecurityGroupMethod = SecurityServiceGrpc.getCreateNetworkSecurityGroupMethod) == null) {
          SecurityServiceGrpc.getCreateNetworkSecurityGroupMethod = getCreateNetworkSecurityGroupMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateNetworkSecurityGroupRequest, io.podnet.v1.CreateNetworkSecurityGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateNetworkSecurityGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNetworkSecurityGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNetworkSecurityGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("CreateNetworkSecurityGroup"))
              .build();
        }
      }
    }
    return getCreateNetworkSecurityGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetNetworkSecurityGroupRequest,
      io.podnet.v1.GetNetworkSecurityGroupResponse> getGetNetworkSecurityGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetNetworkSecurityGroup",
      requestType = io.podnet.v1.GetNetworkSecurityGroupRequest.class,
      responseType = io.podnet.v1.GetNetworkSecurityGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetNetworkSecurityGroupRequest,
      io.podnet.v1.GetNetworkSecurityGroupResponse> getGetNetworkSecurityGroupMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetNetworkSecurityGroupRequest, io.podnet.v1.GetNetworkSecurityGroupResponse> getGetNetworkSecurityGroupMethod;
    if ((getGetNetworkSecurityGroupMethod = SecurityServiceGrpc.getGetNetworkSecurityGroupMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getGetNetworkSecurityGroupMethod = SecurityServiceGrpc.getGetNetworkSecurityGroupMethod) == null) {
          SecurityServiceGrpc.getGetNetworkSecurityGroupMethod = getGetNetworkSecurityGroupMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetNetworkSecurityGroupRequest, io.podnet.v1.GetNetworkSecurityGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetNetworkSecurityGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNetworkSecurityGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNetworkSecurityGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("GetNetworkSecurityGroup"))
              .build();
        }
      }
    }
    return getGetNetworkSecurityGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListNetworkSecurityGroupsRequest,
      io.podnet.v1.ListNetworkSecurityGroupsResponse> getListNetworkSecurityGroupsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListNetworkSecurityGroups",
      requestType = io.podnet.v1.ListNetworkSecurityGroupsRequest.class,
      responseType = io.podnet.v1.ListNetworkSecurityGroupsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListNetworkSecurityGroupsRequest,
      io.podnet.v1.ListNetworkSecurityGroupsResponse> getListNetworkSecurityGroupsMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListNetworkSecurityGroupsRequest, io.podnet.v1.ListNetworkSecurityGroupsResponse> getListNetworkSecurityGroupsMethod;
    if ((getListNetworkSecurityGroupsMethod = SecurityServiceGrpc.getListNetworkSecurityGroupsMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getListNetworkSecurityGroupsMethod = SecurityServiceGrpc.getListNetworkSecurityGroupsMethod) == null) {
          SecurityServiceGrpc.getListNetworkSecurityGroupsMethod = getListNetworkSecurityGroupsMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListNetworkSecurityGroupsRequest, io.podnet.v1.ListNetworkSecurityGroupsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListNetworkSecurityGroups"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNetworkSecurityGroupsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNetworkSecurityGroupsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("ListNetworkSecurityGroups"))
              .build();
        }
      }
    }
    return getListNetworkSecurityGroupsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateNetworkSecurityGroupRequest,
      io.podnet.v1.UpdateNetworkSecurityGroupResponse> getUpdateNetworkSecurityGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateNetworkSecurityGroup",
      requestType = io.podnet.v1.UpdateNetworkSecurityGroupRequest.class,
      responseType = io.podnet.v1.UpdateNetworkSecurityGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateNetworkSecurityGroupRequest,
      io.podnet.v1.UpdateNetworkSecurityGroupResponse> getUpdateNetworkSecurityGroupMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateNetworkSecurityGroupRequest, io.podnet.v1.UpdateNetworkSecurityGroupResponse> getUpdateNetworkSecurityGroupMethod;
    if ((getUpdateNetworkSecurityGroupMethod = SecurityServiceGrpc.getUpdateNetworkSecurityGroupMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getUpdateNetworkSecurityGroupMethod = SecurityServiceGrpc.getUpdateNetworkSecurityGroupMethod) == null) {
          SecurityServiceGrpc.getUpdateNetworkSecurityGroupMethod = getUpdateNetworkSecurityGroupMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateNetworkSecurityGroupRequest, io.podnet.v1.UpdateNetworkSecurityGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateNetworkSecurityGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNetworkSecurityGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNetworkSecurityGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("UpdateNetworkSecurityGroup"))
              .build();
        }
      }
    }
    return getUpdateNetworkSecurityGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteNetworkSecurityGroupRequest,
      io.podnet.v1.DeleteNetworkSecurityGroupResponse> getDeleteNetworkSecurityGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteNetworkSecurityGroup",
      requestType = io.podnet.v1.DeleteNetworkSecurityGroupRequest.class,
      responseType = io.podnet.v1.DeleteNetworkSecurityGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteNetworkSecurityGroupRequest,
      io.podnet.v1.DeleteNetworkSecurityGroupResponse> getDeleteNetworkSecurityGroupMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteNetworkSecurityGroupRequest, io.podnet.v1.DeleteNetworkSecurityGroupResponse> getDeleteNetworkSecurityGroupMethod;
    if ((getDeleteNetworkSecurityGroupMethod = SecurityServiceGrpc.getDeleteNetworkSecurityGroupMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getDeleteNetworkSecurityGroupMethod = SecurityServiceGrpc.getDeleteNetworkSecurityGroupMethod) == null) {
          SecurityServiceGrpc.getDeleteNetworkSecurityGroupMethod = getDeleteNetworkSecurityGroupMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteNetworkSecurityGroupRequest, io.podnet.v1.DeleteNetworkSecurityGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteNetworkSecurityGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNetworkSecurityGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNetworkSecurityGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("DeleteNetworkSecurityGroup"))
              .build();
        }
      }
    }
    return getDeleteNetworkSecurityGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateNamespaceRequest,
      io.podnet.v1.CreateNamespaceResponse> getCreateNamespaceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateNamespace",
      requestType = io.podnet.v1.CreateNamespaceRequest.class,
      responseType = io.podnet.v1.CreateNamespaceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateNamespaceRequest,
      io.podnet.v1.CreateNamespaceResponse> getCreateNamespaceMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateNamespaceRequest, io.podnet.v1.CreateNamespaceResponse> getCreateNamespaceMethod;
    if ((getCreateNamespaceMethod = SecurityServiceGrpc.getCreateNamespaceMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getCreateNamespaceMethod = SecurityServiceGrpc.getCreateNamespaceMethod) == null) {
          SecurityServiceGrpc.getCreateNamespaceMethod = getCreateNamespaceMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateNamespaceRequest, io.podnet.v1.CreateNamespaceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateNamespace"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNamespaceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNamespaceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("CreateNamespace"))
              .build();
        }
      }
    }
    return getCreateNamespaceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetNamespaceRequest,
      io.podnet.v1.GetNamespaceResponse> getGetNamespaceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetNamespace",
      requestType = io.podnet.v1.GetNamespaceRequest.class,
      responseType = io.podnet.v1.GetNamespaceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetNamespaceRequest,
      io.podnet.v1.GetNamespaceResponse> getGetNamespaceMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetNamespaceRequest, io.podnet.v1.GetNamespaceResponse> getGetNamespaceMethod;
    if ((getGetNamespaceMethod = SecurityServiceGrpc.getGetNamespaceMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getGetNamespaceMethod = SecurityServiceGrpc.getGetNamespaceMethod) == null) {
          SecurityServiceGrpc.getGetNamespaceMethod = getGetNamespaceMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetNamespaceRequest, io.podnet.v1.GetNamespaceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetNamespace"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNamespaceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNamespaceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("GetNamespace"))
              .build();
        }
      }
    }
    return getGetNamespaceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListNamespacesRequest,
      io.podnet.v1.ListNamespacesResponse> getListNamespacesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListNamespaces",
      requestType = io.podnet.v1.ListNamespacesRequest.class,
      responseType = io.podnet.v1.ListNamespacesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListNamespacesRequest,
      io.podnet.v1.ListNamespacesResponse> getListNamespacesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListNamespacesRequest, io.podnet.v1.ListNamespacesResponse> getListNamespacesMethod;
    if ((getListNamespacesMethod = SecurityServiceGrpc.getListNamespacesMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getListNamespacesMethod = SecurityServiceGrpc.getListNamespacesMethod) == null) {
          SecurityServiceGrpc.getListNamespacesMethod = getListNamespacesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListNamespacesRequest, io.podnet.v1.ListNamespacesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListNamespaces"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNamespacesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNamespacesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("ListNamespaces"))
              .build();
        }
      }
    }
    return getListNamespacesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateNamespaceRequest,
      io.podnet.v1.UpdateNamespaceResponse> getUpdateNamespaceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateNamespace",
      requestType = io.podnet.v1.UpdateNamespaceRequest.class,
      responseType = io.podnet.v1.UpdateNamespaceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateNamespaceRequest,
      io.podnet.v1.UpdateNamespaceResponse> getUpdateNamespaceMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateNamespaceRequest, io.podnet.v1.UpdateNamespaceResponse> getUpdateNamespaceMethod;
    if ((getUpdateNamespaceMethod = SecurityServiceGrpc.getUpdateNamespaceMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getUpdateNamespaceMethod = SecurityServiceGrpc.getUpdateNamespaceMethod) == null) {
          SecurityServiceGrpc.getUpdateNamespaceMethod = getUpdateNamespaceMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateNamespaceRequest, io.podnet.v1.UpdateNamespaceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateNamespace"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNamespaceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNamespaceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("UpdateNamespace"))
              .build();
        }
      }
    }
    return getUpdateNamespaceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteNamespaceRequest,
      io.podnet.v1.DeleteNamespaceResponse> getDeleteNamespaceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteNamespace",
      requestType = io.podnet.v1.DeleteNamespaceRequest.class,
      responseType = io.podnet.v1.DeleteNamespaceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteNamespaceRequest,
      io.podnet.v1.DeleteNamespaceResponse> getDeleteNamespaceMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteNamespaceRequest, io.podnet.v1.DeleteNamespaceResponse> getDeleteNamespaceMethod;
    if ((getDeleteNamespaceMethod = SecurityServiceGrpc.getDeleteNamespaceMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getDeleteNamespaceMethod = SecurityServiceGrpc.getDeleteNamespaceMethod) == null) {
          SecurityServiceGrpc.getDeleteNamespaceMethod = getDeleteNamespaceMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteNamespaceRequest, io.podnet.v1.DeleteNamespaceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteNamespace"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNamespaceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNamespaceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("DeleteNamespace"))
              .build();
        }
      }
    }
    return getDeleteNamespaceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.CreateNetworkPolicyRequest,
      io.podnet.v1.CreateNetworkPolicyResponse> getCreateNetworkPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateNetworkPolicy",
      requestType = io.podnet.v1.CreateNetworkPolicyRequest.class,
      responseType = io.podnet.v1.CreateNetworkPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.CreateNetworkPolicyRequest,
      io.podnet.v1.CreateNetworkPolicyResponse> getCreateNetworkPolicyMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.CreateNetworkPolicyRequest, io.podnet.v1.CreateNetworkPolicyResponse> getCreateNetworkPolicyMethod;
    if ((getCreateNetworkPolicyMethod = SecurityServiceGrpc.getCreateNetworkPolicyMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getCreateNetworkPolicyMethod = SecurityServiceGrpc.getCreateNetworkPolicyMethod) == null) {
          SecurityServiceGrpc.getCreateNetworkPolicyMethod = getCreateNetworkPolicyMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.CreateNetworkPolicyRequest, io.podnet.v1.CreateNetworkPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateNetworkPolicy"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNetworkPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.CreateNetworkPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("CreateNetworkPolicy"))
              .build();
        }
      }
    }
    return getCreateNetworkPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.GetNetworkPolicyRequest,
      io.podnet.v1.GetNetworkPolicyResponse> getGetNetworkPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetNetworkPolicy",
      requestType = io.podnet.v1.GetNetworkPolicyRequest.class,
      responseType = io.podnet.v1.GetNetworkPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.GetNetworkPolicyRequest,
      io.podnet.v1.GetNetworkPolicyResponse> getGetNetworkPolicyMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.GetNetworkPolicyRequest, io.podnet.v1.GetNetworkPolicyResponse> getGetNetworkPolicyMethod;
    if ((getGetNetworkPolicyMethod = SecurityServiceGrpc.getGetNetworkPolicyMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getGetNetworkPolicyMethod = SecurityServiceGrpc.getGetNetworkPolicyMethod) == null) {
          SecurityServiceGrpc.getGetNetworkPolicyMethod = getGetNetworkPolicyMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.GetNetworkPolicyRequest, io.podnet.v1.GetNetworkPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetNetworkPolicy"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNetworkPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.GetNetworkPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("GetNetworkPolicy"))
              .build();
        }
      }
    }
    return getGetNetworkPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.ListNetworkPoliciesRequest,
      io.podnet.v1.ListNetworkPoliciesResponse> getListNetworkPoliciesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListNetworkPolicies",
      requestType = io.podnet.v1.ListNetworkPoliciesRequest.class,
      responseType = io.podnet.v1.ListNetworkPoliciesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.ListNetworkPoliciesRequest,
      io.podnet.v1.ListNetworkPoliciesResponse> getListNetworkPoliciesMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.ListNetworkPoliciesRequest, io.podnet.v1.ListNetworkPoliciesResponse> getListNetworkPoliciesMethod;
    if ((getListNetworkPoliciesMethod = SecurityServiceGrpc.getListNetworkPoliciesMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getListNetworkPoliciesMethod = SecurityServiceGrpc.getListNetworkPoliciesMethod) == null) {
          SecurityServiceGrpc.getListNetworkPoliciesMethod = getListNetworkPoliciesMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.ListNetworkPoliciesRequest, io.podnet.v1.ListNetworkPoliciesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListNetworkPolicies"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNetworkPoliciesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.ListNetworkPoliciesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("ListNetworkPolicies"))
              .build();
        }
      }
    }
    return getListNetworkPoliciesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.UpdateNetworkPolicyRequest,
      io.podnet.v1.UpdateNetworkPolicyResponse> getUpdateNetworkPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateNetworkPolicy",
      requestType = io.podnet.v1.UpdateNetworkPolicyRequest.class,
      responseType = io.podnet.v1.UpdateNetworkPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.UpdateNetworkPolicyRequest,
      io.podnet.v1.UpdateNetworkPolicyResponse> getUpdateNetworkPolicyMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.UpdateNetworkPolicyRequest, io.podnet.v1.UpdateNetworkPolicyResponse> getUpdateNetworkPolicyMethod;
    if ((getUpdateNetworkPolicyMethod = SecurityServiceGrpc.getUpdateNetworkPolicyMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getUpdateNetworkPolicyMethod = SecurityServiceGrpc.getUpdateNetworkPolicyMethod) == null) {
          SecurityServiceGrpc.getUpdateNetworkPolicyMethod = getUpdateNetworkPolicyMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.UpdateNetworkPolicyRequest, io.podnet.v1.UpdateNetworkPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateNetworkPolicy"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNetworkPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.UpdateNetworkPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("UpdateNetworkPolicy"))
              .build();
        }
      }
    }
    return getUpdateNetworkPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.podnet.v1.DeleteNetworkPolicyRequest,
      io.podnet.v1.DeleteNetworkPolicyResponse> getDeleteNetworkPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteNetworkPolicy",
      requestType = io.podnet.v1.DeleteNetworkPolicyRequest.class,
      responseType = io.podnet.v1.DeleteNetworkPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.podnet.v1.DeleteNetworkPolicyRequest,
      io.podnet.v1.DeleteNetworkPolicyResponse> getDeleteNetworkPolicyMethod() {
    io.grpc.MethodDescriptor<io.podnet.v1.DeleteNetworkPolicyRequest, io.podnet.v1.DeleteNetworkPolicyResponse> getDeleteNetworkPolicyMethod;
    if ((getDeleteNetworkPolicyMethod = SecurityServiceGrpc.getDeleteNetworkPolicyMethod) == null) {
      synchronized (SecurityServiceGrpc.class) {
        if ((getDeleteNetworkPolicyMethod = SecurityServiceGrpc.getDeleteNetworkPolicyMethod) == null) {
          SecurityServiceGrpc.getDeleteNetworkPolicyMethod = getDeleteNetworkPolicyMethod =
              io.grpc.MethodDescriptor.<io.podnet.v1.DeleteNetworkPolicyRequest, io.podnet.v1.DeleteNetworkPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteNetworkPolicy"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNetworkPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.podnet.v1.DeleteNetworkPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecurityServiceMethodDescriptorSupplier("DeleteNetworkPolicy"))
              .build();
        }
      }
    }
    return getDeleteNetworkPolicyMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static SecurityServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecurityServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecurityServiceStub>() {
        @java.lang.Override
        public SecurityServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecurityServiceStub(channel, callOptions);
        }
      };
    return SecurityServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static SecurityServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecurityServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecurityServiceBlockingV2Stub>() {
        @java.lang.Override
        public SecurityServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecurityServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return SecurityServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static SecurityServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecurityServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecurityServiceBlockingStub>() {
        @java.lang.Override
        public SecurityServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecurityServiceBlockingStub(channel, callOptions);
        }
      };
    return SecurityServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static SecurityServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecurityServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecurityServiceFutureStub>() {
        @java.lang.Override
        public SecurityServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecurityServiceFutureStub(channel, callOptions);
        }
      };
    return SecurityServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Keeps what filters packets: the network security groups of a virtual network, and the
   * NetworkPolicies of a cluster with the namespaces that they select by. Which group filters what is
   * with the subnet, the node pool and the reservation; which engine enforces policies, with the
   * cluster.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Creates a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network security group of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster named by `cluster` does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The cluster named by `cluster` is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a cluster of the same network |
     * | The network has 5000 security groups | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createNetworkSecurityGroup(io.podnet.v1.CreateNetworkSecurityGroupRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNetworkSecurityGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateNetworkSecurityGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getNetworkSecurityGroup(io.podnet.v1.GetNetworkSecurityGroupRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNetworkSecurityGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetNetworkSecurityGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists network security groups in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listNetworkSecurityGroups(io.podnet.v1.ListNetworkSecurityGroupsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNetworkSecurityGroupsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListNetworkSecurityGroupsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a network security group. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` or `cluster` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateNetworkSecurityGroup(io.podnet.v1.UpdateNetworkSecurityGroupRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNetworkSecurityGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateNetworkSecurityGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A subnet, node pool or reservation uses it | FAILED_PRECONDITION | RESOURCE_IN_USE | Take the association away first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteNetworkSecurityGroup(io.podnet.v1.DeleteNetworkSecurityGroupRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNetworkSecurityGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteNetworkSecurityGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * Creates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A namespace of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The cluster has 10000 namespaces | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createNamespace(io.podnet.v1.CreateNamespaceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNamespaceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateNamespaceMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getNamespace(io.podnet.v1.GetNamespaceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNamespaceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetNamespaceMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists namespaces in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listNamespaces(io.podnet.v1.ListNamespacesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNamespacesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListNamespacesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateNamespace(io.podnet.v1.UpdateNamespaceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNamespaceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateNamespaceMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a namespace. Its Services and policies stay; its labels are not known any more.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteNamespace(io.podnet.v1.DeleteNamespaceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNamespaceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteNamespaceMethod(), responseObserver);
    }

    /**
     * <pre>
     * Creates a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network policy of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster has 10000 network policies | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Merge policies, or delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void createNetworkPolicy(io.podnet.v1.CreateNetworkPolicyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNetworkPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateNetworkPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gets a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    default void getNetworkPolicy(io.podnet.v1.GetNetworkPolicyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNetworkPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetNetworkPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists network policies in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    default void listNetworkPolicies(io.podnet.v1.ListNetworkPoliciesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNetworkPoliciesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListNetworkPoliciesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Updates a network policy. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void updateNetworkPolicy(io.podnet.v1.UpdateNetworkPolicyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNetworkPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateNetworkPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    default void deleteNetworkPolicy(io.podnet.v1.DeleteNetworkPolicyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNetworkPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteNetworkPolicyMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service SecurityService.
   * <pre>
   * Keeps what filters packets: the network security groups of a virtual network, and the
   * NetworkPolicies of a cluster with the namespaces that they select by. Which group filters what is
   * with the subnet, the node pool and the reservation; which engine enforces policies, with the
   * cluster.
   * </pre>
   */
  public static abstract class SecurityServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return SecurityServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service SecurityService.
   * <pre>
   * Keeps what filters packets: the network security groups of a virtual network, and the
   * NetworkPolicies of a cluster with the namespaces that they select by. Which group filters what is
   * with the subnet, the node pool and the reservation; which engine enforces policies, with the
   * cluster.
   * </pre>
   */
  public static final class SecurityServiceStub
      extends io.grpc.stub.AbstractAsyncStub<SecurityServiceStub> {
    private SecurityServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecurityServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecurityServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network security group of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster named by `cluster` does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The cluster named by `cluster` is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a cluster of the same network |
     * | The network has 5000 security groups | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createNetworkSecurityGroup(io.podnet.v1.CreateNetworkSecurityGroupRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNetworkSecurityGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateNetworkSecurityGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getNetworkSecurityGroup(io.podnet.v1.GetNetworkSecurityGroupRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNetworkSecurityGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetNetworkSecurityGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists network security groups in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listNetworkSecurityGroups(io.podnet.v1.ListNetworkSecurityGroupsRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNetworkSecurityGroupsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListNetworkSecurityGroupsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a network security group. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` or `cluster` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateNetworkSecurityGroup(io.podnet.v1.UpdateNetworkSecurityGroupRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNetworkSecurityGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateNetworkSecurityGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A subnet, node pool or reservation uses it | FAILED_PRECONDITION | RESOURCE_IN_USE | Take the association away first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteNetworkSecurityGroup(io.podnet.v1.DeleteNetworkSecurityGroupRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNetworkSecurityGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteNetworkSecurityGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Creates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A namespace of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The cluster has 10000 namespaces | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createNamespace(io.podnet.v1.CreateNamespaceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNamespaceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateNamespaceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getNamespace(io.podnet.v1.GetNamespaceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNamespaceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetNamespaceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists namespaces in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listNamespaces(io.podnet.v1.ListNamespacesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNamespacesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListNamespacesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateNamespace(io.podnet.v1.UpdateNamespaceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNamespaceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateNamespaceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a namespace. Its Services and policies stay; its labels are not known any more.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteNamespace(io.podnet.v1.DeleteNamespaceRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNamespaceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteNamespaceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Creates a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network policy of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster has 10000 network policies | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Merge policies, or delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void createNetworkPolicy(io.podnet.v1.CreateNetworkPolicyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.CreateNetworkPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateNetworkPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gets a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public void getNetworkPolicy(io.podnet.v1.GetNetworkPolicyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.GetNetworkPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetNetworkPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists network policies in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public void listNetworkPolicies(io.podnet.v1.ListNetworkPoliciesRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.ListNetworkPoliciesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListNetworkPoliciesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Updates a network policy. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void updateNetworkPolicy(io.podnet.v1.UpdateNetworkPolicyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNetworkPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateNetworkPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public void deleteNetworkPolicy(io.podnet.v1.DeleteNetworkPolicyRequest request,
        io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNetworkPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteNetworkPolicyMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service SecurityService.
   * <pre>
   * Keeps what filters packets: the network security groups of a virtual network, and the
   * NetworkPolicies of a cluster with the namespaces that they select by. Which group filters what is
   * with the subnet, the node pool and the reservation; which engine enforces policies, with the
   * cluster.
   * </pre>
   */
  public static final class SecurityServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<SecurityServiceBlockingV2Stub> {
    private SecurityServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecurityServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecurityServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network security group of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster named by `cluster` does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The cluster named by `cluster` is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a cluster of the same network |
     * | The network has 5000 security groups | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNetworkSecurityGroupResponse createNetworkSecurityGroup(io.podnet.v1.CreateNetworkSecurityGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateNetworkSecurityGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNetworkSecurityGroupResponse getNetworkSecurityGroup(io.podnet.v1.GetNetworkSecurityGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetNetworkSecurityGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists network security groups in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNetworkSecurityGroupsResponse listNetworkSecurityGroups(io.podnet.v1.ListNetworkSecurityGroupsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListNetworkSecurityGroupsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a network security group. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` or `cluster` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNetworkSecurityGroupResponse updateNetworkSecurityGroup(io.podnet.v1.UpdateNetworkSecurityGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateNetworkSecurityGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A subnet, node pool or reservation uses it | FAILED_PRECONDITION | RESOURCE_IN_USE | Take the association away first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNetworkSecurityGroupResponse deleteNetworkSecurityGroup(io.podnet.v1.DeleteNetworkSecurityGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteNetworkSecurityGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A namespace of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The cluster has 10000 namespaces | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNamespaceResponse createNamespace(io.podnet.v1.CreateNamespaceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateNamespaceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNamespaceResponse getNamespace(io.podnet.v1.GetNamespaceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetNamespaceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists namespaces in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNamespacesResponse listNamespaces(io.podnet.v1.ListNamespacesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListNamespacesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNamespaceResponse updateNamespace(io.podnet.v1.UpdateNamespaceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateNamespaceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a namespace. Its Services and policies stay; its labels are not known any more.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNamespaceResponse deleteNamespace(io.podnet.v1.DeleteNamespaceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteNamespaceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network policy of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster has 10000 network policies | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Merge policies, or delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNetworkPolicyResponse createNetworkPolicy(io.podnet.v1.CreateNetworkPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateNetworkPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNetworkPolicyResponse getNetworkPolicy(io.podnet.v1.GetNetworkPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetNetworkPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists network policies in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNetworkPoliciesResponse listNetworkPolicies(io.podnet.v1.ListNetworkPoliciesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListNetworkPoliciesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a network policy. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNetworkPolicyResponse updateNetworkPolicy(io.podnet.v1.UpdateNetworkPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateNetworkPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNetworkPolicyResponse deleteNetworkPolicy(io.podnet.v1.DeleteNetworkPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteNetworkPolicyMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service SecurityService.
   * <pre>
   * Keeps what filters packets: the network security groups of a virtual network, and the
   * NetworkPolicies of a cluster with the namespaces that they select by. Which group filters what is
   * with the subnet, the node pool and the reservation; which engine enforces policies, with the
   * cluster.
   * </pre>
   */
  public static final class SecurityServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<SecurityServiceBlockingStub> {
    private SecurityServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecurityServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecurityServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network security group of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster named by `cluster` does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The cluster named by `cluster` is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a cluster of the same network |
     * | The network has 5000 security groups | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNetworkSecurityGroupResponse createNetworkSecurityGroup(io.podnet.v1.CreateNetworkSecurityGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateNetworkSecurityGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNetworkSecurityGroupResponse getNetworkSecurityGroup(io.podnet.v1.GetNetworkSecurityGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetNetworkSecurityGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists network security groups in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNetworkSecurityGroupsResponse listNetworkSecurityGroups(io.podnet.v1.ListNetworkSecurityGroupsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListNetworkSecurityGroupsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a network security group. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` or `cluster` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNetworkSecurityGroupResponse updateNetworkSecurityGroup(io.podnet.v1.UpdateNetworkSecurityGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateNetworkSecurityGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A subnet, node pool or reservation uses it | FAILED_PRECONDITION | RESOURCE_IN_USE | Take the association away first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNetworkSecurityGroupResponse deleteNetworkSecurityGroup(io.podnet.v1.DeleteNetworkSecurityGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteNetworkSecurityGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A namespace of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The cluster has 10000 namespaces | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNamespaceResponse createNamespace(io.podnet.v1.CreateNamespaceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateNamespaceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNamespaceResponse getNamespace(io.podnet.v1.GetNamespaceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetNamespaceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists namespaces in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNamespacesResponse listNamespaces(io.podnet.v1.ListNamespacesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListNamespacesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNamespaceResponse updateNamespace(io.podnet.v1.UpdateNamespaceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateNamespaceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a namespace. Its Services and policies stay; its labels are not known any more.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNamespaceResponse deleteNamespace(io.podnet.v1.DeleteNamespaceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteNamespaceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Creates a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network policy of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster has 10000 network policies | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Merge policies, or delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.CreateNetworkPolicyResponse createNetworkPolicy(io.podnet.v1.CreateNetworkPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateNetworkPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gets a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public io.podnet.v1.GetNetworkPolicyResponse getNetworkPolicy(io.podnet.v1.GetNetworkPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetNetworkPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists network policies in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public io.podnet.v1.ListNetworkPoliciesResponse listNetworkPolicies(io.podnet.v1.ListNetworkPoliciesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListNetworkPoliciesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Updates a network policy. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.UpdateNetworkPolicyResponse updateNetworkPolicy(io.podnet.v1.UpdateNetworkPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateNetworkPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public io.podnet.v1.DeleteNetworkPolicyResponse deleteNetworkPolicy(io.podnet.v1.DeleteNetworkPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteNetworkPolicyMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service SecurityService.
   * <pre>
   * Keeps what filters packets: the network security groups of a virtual network, and the
   * NetworkPolicies of a cluster with the namespaces that they select by. Which group filters what is
   * with the subnet, the node pool and the reservation; which engine enforces policies, with the
   * cluster.
   * </pre>
   */
  public static final class SecurityServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<SecurityServiceFutureStub> {
    private SecurityServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecurityServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecurityServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Creates a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network security group of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster named by `cluster` does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The cluster named by `cluster` is of another network | FAILED_PRECONDITION | NETWORK_MISMATCH | Name a cluster of the same network |
     * | The network has 5000 security groups | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateNetworkSecurityGroupResponse> createNetworkSecurityGroup(
        io.podnet.v1.CreateNetworkSecurityGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateNetworkSecurityGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetNetworkSecurityGroupResponse> getNetworkSecurityGroup(
        io.podnet.v1.GetNetworkSecurityGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetNetworkSecurityGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists network security groups in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent network does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListNetworkSecurityGroupsResponse> listNetworkSecurityGroups(
        io.podnet.v1.ListNetworkSecurityGroupsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListNetworkSecurityGroupsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a network security group. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` or `cluster` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network security group does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule repeats a name, or a priority within its direction; a prefix of one side is of another family than one of the other; or there are too many rules | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateNetworkSecurityGroupResponse> updateNetworkSecurityGroup(
        io.podnet.v1.UpdateNetworkSecurityGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateNetworkSecurityGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a network security group.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network security group does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A subnet, node pool or reservation uses it | FAILED_PRECONDITION | RESOURCE_IN_USE | Take the association away first |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteNetworkSecurityGroupResponse> deleteNetworkSecurityGroup(
        io.podnet.v1.DeleteNetworkSecurityGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteNetworkSecurityGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Creates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A namespace of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | The cluster has 10000 namespaces | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateNamespaceResponse> createNamespace(
        io.podnet.v1.CreateNamespaceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateNamespaceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetNamespaceResponse> getNamespace(
        io.podnet.v1.GetNamespaceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetNamespaceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists namespaces in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListNamespacesResponse> listNamespaces(
        io.podnet.v1.ListNamespacesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListNamespacesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a namespace.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The namespace does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateNamespaceResponse> updateNamespace(
        io.podnet.v1.UpdateNamespaceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateNamespaceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a namespace. Its Services and policies stay; its labels are not known any more.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The namespace does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteNamespaceResponse> deleteNamespace(
        io.podnet.v1.DeleteNamespaceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteNamespaceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Creates a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | A network policy of that name exists | ALREADY_EXISTS | RESOURCE_EXISTS | Choose another id, or update the existing one |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | The cluster has 10000 network policies | RESOURCE_EXHAUSTED | RESOURCE_LIMIT_REACHED | Merge policies, or delete unused ones |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.CreateNetworkPolicyResponse> createNetworkPolicy(
        io.podnet.v1.CreateNetworkPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateNetworkPolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gets a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.GetNetworkPolicyResponse> getNetworkPolicy(
        io.podnet.v1.GetNetworkPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetNetworkPolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists network policies in the order of their names.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The parent cluster does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name; create it first |
     * | The page token is malformed or belongs to another request | INVALID_ARGUMENT | PAGE_TOKEN_INVALID | Start the list again |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.ListNetworkPoliciesResponse> listNetworkPolicies(
        io.podnet.v1.ListNetworkPoliciesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListNetworkPoliciesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Updates a network policy. Rules are replaced as a whole.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | A field is missing, malformed or out of its range | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The change touches `name` | INVALID_ARGUMENT | FIELD_IMMUTABLE | Leave the field, or create a new resource |
     * | The network policy does not exist | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | A rule, selector or port contradicts itself, or there are too many | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.UpdateNetworkPolicyResponse> updateNetworkPolicy(
        io.podnet.v1.UpdateNetworkPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateNetworkPolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a network policy.
     * | condition | code | reason | what the caller does |
     * |---|---|---|---|
     * | The name is malformed | INVALID_ARGUMENT | FIELD_INVALID | Fix the fields that `BadRequest` names |
     * | The network policy does not exist (unless `allow_missing`) | NOT_FOUND | RESOURCE_NOT_FOUND | Check the name |
     * | The etag given is not the current one | ABORTED | ETAG_MISMATCH | Read again, decide again, then repeat |
     * | `request_id` was used for another request | INVALID_ARGUMENT | REQUEST_ID_REUSED | Take a new request id |
     * | The request with this `request_id` is still running | ABORTED | REQUEST_IN_PROGRESS | Wait, then repeat with the same id |
     * | The command queue is full | UNAVAILABLE | OVERLOADED | Repeat after `RetryInfo.retry_delay` |
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.podnet.v1.DeleteNetworkPolicyResponse> deleteNetworkPolicy(
        io.podnet.v1.DeleteNetworkPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteNetworkPolicyMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_NETWORK_SECURITY_GROUP = 0;
  private static final int METHODID_GET_NETWORK_SECURITY_GROUP = 1;
  private static final int METHODID_LIST_NETWORK_SECURITY_GROUPS = 2;
  private static final int METHODID_UPDATE_NETWORK_SECURITY_GROUP = 3;
  private static final int METHODID_DELETE_NETWORK_SECURITY_GROUP = 4;
  private static final int METHODID_CREATE_NAMESPACE = 5;
  private static final int METHODID_GET_NAMESPACE = 6;
  private static final int METHODID_LIST_NAMESPACES = 7;
  private static final int METHODID_UPDATE_NAMESPACE = 8;
  private static final int METHODID_DELETE_NAMESPACE = 9;
  private static final int METHODID_CREATE_NETWORK_POLICY = 10;
  private static final int METHODID_GET_NETWORK_POLICY = 11;
  private static final int METHODID_LIST_NETWORK_POLICIES = 12;
  private static final int METHODID_UPDATE_NETWORK_POLICY = 13;
  private static final int METHODID_DELETE_NETWORK_POLICY = 14;

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
        case METHODID_CREATE_NETWORK_SECURITY_GROUP:
          serviceImpl.createNetworkSecurityGroup((io.podnet.v1.CreateNetworkSecurityGroupRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateNetworkSecurityGroupResponse>) responseObserver);
          break;
        case METHODID_GET_NETWORK_SECURITY_GROUP:
          serviceImpl.getNetworkSecurityGroup((io.podnet.v1.GetNetworkSecurityGroupRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetNetworkSecurityGroupResponse>) responseObserver);
          break;
        case METHODID_LIST_NETWORK_SECURITY_GROUPS:
          serviceImpl.listNetworkSecurityGroups((io.podnet.v1.ListNetworkSecurityGroupsRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListNetworkSecurityGroupsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_NETWORK_SECURITY_GROUP:
          serviceImpl.updateNetworkSecurityGroup((io.podnet.v1.UpdateNetworkSecurityGroupRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNetworkSecurityGroupResponse>) responseObserver);
          break;
        case METHODID_DELETE_NETWORK_SECURITY_GROUP:
          serviceImpl.deleteNetworkSecurityGroup((io.podnet.v1.DeleteNetworkSecurityGroupRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNetworkSecurityGroupResponse>) responseObserver);
          break;
        case METHODID_CREATE_NAMESPACE:
          serviceImpl.createNamespace((io.podnet.v1.CreateNamespaceRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateNamespaceResponse>) responseObserver);
          break;
        case METHODID_GET_NAMESPACE:
          serviceImpl.getNamespace((io.podnet.v1.GetNamespaceRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetNamespaceResponse>) responseObserver);
          break;
        case METHODID_LIST_NAMESPACES:
          serviceImpl.listNamespaces((io.podnet.v1.ListNamespacesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListNamespacesResponse>) responseObserver);
          break;
        case METHODID_UPDATE_NAMESPACE:
          serviceImpl.updateNamespace((io.podnet.v1.UpdateNamespaceRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNamespaceResponse>) responseObserver);
          break;
        case METHODID_DELETE_NAMESPACE:
          serviceImpl.deleteNamespace((io.podnet.v1.DeleteNamespaceRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNamespaceResponse>) responseObserver);
          break;
        case METHODID_CREATE_NETWORK_POLICY:
          serviceImpl.createNetworkPolicy((io.podnet.v1.CreateNetworkPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.CreateNetworkPolicyResponse>) responseObserver);
          break;
        case METHODID_GET_NETWORK_POLICY:
          serviceImpl.getNetworkPolicy((io.podnet.v1.GetNetworkPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.GetNetworkPolicyResponse>) responseObserver);
          break;
        case METHODID_LIST_NETWORK_POLICIES:
          serviceImpl.listNetworkPolicies((io.podnet.v1.ListNetworkPoliciesRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.ListNetworkPoliciesResponse>) responseObserver);
          break;
        case METHODID_UPDATE_NETWORK_POLICY:
          serviceImpl.updateNetworkPolicy((io.podnet.v1.UpdateNetworkPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.UpdateNetworkPolicyResponse>) responseObserver);
          break;
        case METHODID_DELETE_NETWORK_POLICY:
          serviceImpl.deleteNetworkPolicy((io.podnet.v1.DeleteNetworkPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.podnet.v1.DeleteNetworkPolicyResponse>) responseObserver);
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
          getCreateNetworkSecurityGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateNetworkSecurityGroupRequest,
              io.podnet.v1.CreateNetworkSecurityGroupResponse>(
                service, METHODID_CREATE_NETWORK_SECURITY_GROUP)))
        .addMethod(
          getGetNetworkSecurityGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetNetworkSecurityGroupRequest,
              io.podnet.v1.GetNetworkSecurityGroupResponse>(
                service, METHODID_GET_NETWORK_SECURITY_GROUP)))
        .addMethod(
          getListNetworkSecurityGroupsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListNetworkSecurityGroupsRequest,
              io.podnet.v1.ListNetworkSecurityGroupsResponse>(
                service, METHODID_LIST_NETWORK_SECURITY_GROUPS)))
        .addMethod(
          getUpdateNetworkSecurityGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateNetworkSecurityGroupRequest,
              io.podnet.v1.UpdateNetworkSecurityGroupResponse>(
                service, METHODID_UPDATE_NETWORK_SECURITY_GROUP)))
        .addMethod(
          getDeleteNetworkSecurityGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteNetworkSecurityGroupRequest,
              io.podnet.v1.DeleteNetworkSecurityGroupResponse>(
                service, METHODID_DELETE_NETWORK_SECURITY_GROUP)))
        .addMethod(
          getCreateNamespaceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateNamespaceRequest,
              io.podnet.v1.CreateNamespaceResponse>(
                service, METHODID_CREATE_NAMESPACE)))
        .addMethod(
          getGetNamespaceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetNamespaceRequest,
              io.podnet.v1.GetNamespaceResponse>(
                service, METHODID_GET_NAMESPACE)))
        .addMethod(
          getListNamespacesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListNamespacesRequest,
              io.podnet.v1.ListNamespacesResponse>(
                service, METHODID_LIST_NAMESPACES)))
        .addMethod(
          getUpdateNamespaceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateNamespaceRequest,
              io.podnet.v1.UpdateNamespaceResponse>(
                service, METHODID_UPDATE_NAMESPACE)))
        .addMethod(
          getDeleteNamespaceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteNamespaceRequest,
              io.podnet.v1.DeleteNamespaceResponse>(
                service, METHODID_DELETE_NAMESPACE)))
        .addMethod(
          getCreateNetworkPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.CreateNetworkPolicyRequest,
              io.podnet.v1.CreateNetworkPolicyResponse>(
                service, METHODID_CREATE_NETWORK_POLICY)))
        .addMethod(
          getGetNetworkPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.GetNetworkPolicyRequest,
              io.podnet.v1.GetNetworkPolicyResponse>(
                service, METHODID_GET_NETWORK_POLICY)))
        .addMethod(
          getListNetworkPoliciesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.ListNetworkPoliciesRequest,
              io.podnet.v1.ListNetworkPoliciesResponse>(
                service, METHODID_LIST_NETWORK_POLICIES)))
        .addMethod(
          getUpdateNetworkPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.UpdateNetworkPolicyRequest,
              io.podnet.v1.UpdateNetworkPolicyResponse>(
                service, METHODID_UPDATE_NETWORK_POLICY)))
        .addMethod(
          getDeleteNetworkPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.podnet.v1.DeleteNetworkPolicyRequest,
              io.podnet.v1.DeleteNetworkPolicyResponse>(
                service, METHODID_DELETE_NETWORK_POLICY)))
        .build();
  }

  private static abstract class SecurityServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    SecurityServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.podnet.v1.Security.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("SecurityService");
    }
  }

  private static final class SecurityServiceFileDescriptorSupplier
      extends SecurityServiceBaseDescriptorSupplier {
    SecurityServiceFileDescriptorSupplier() {}
  }

  private static final class SecurityServiceMethodDescriptorSupplier
      extends SecurityServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    SecurityServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (SecurityServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new SecurityServiceFileDescriptorSupplier())
              .addMethod(getCreateNetworkSecurityGroupMethod())
              .addMethod(getGetNetworkSecurityGroupMethod())
              .addMethod(getListNetworkSecurityGroupsMethod())
              .addMethod(getUpdateNetworkSecurityGroupMethod())
              .addMethod(getDeleteNetworkSecurityGroupMethod())
              .addMethod(getCreateNamespaceMethod())
              .addMethod(getGetNamespaceMethod())
              .addMethod(getListNamespacesMethod())
              .addMethod(getUpdateNamespaceMethod())
              .addMethod(getDeleteNamespaceMethod())
              .addMethod(getCreateNetworkPolicyMethod())
              .addMethod(getGetNetworkPolicyMethod())
              .addMethod(getListNetworkPoliciesMethod())
              .addMethod(getUpdateNetworkPolicyMethod())
              .addMethod(getDeleteNetworkPolicyMethod())
              .build();
        }
      }
    }
    return result;
  }
}
