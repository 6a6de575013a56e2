//! Which words does a trace use: the enums of the public contract, one to one.
//!
//! The texts are those of the proto without the enum's prefix, so that rendering is a table and nothing can drift. New
//! words are appended there and here together.

macro_rules! words {
    ($($(#[$doc:meta])* $type:ident { $($(#[$word_doc:meta])* $name:ident $text:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$word_doc])* $name,)+ }

        impl $type {
            /// Every word.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Name in the proto's enum, without its prefix.
            pub fn text(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    )+};
}

words! {
    /// What a policy or security group said.
    FilterOutcome {
        /// The packet may pass.
        Allowed "ALLOWED",
        /// The packet may not pass.
        Denied "DENIED",
        /// No policy is there, or the packet is not subject to it.
        NotApplied "NOT_APPLIED",
    }
    /// Whether a flow arrives.
    Verdict {
        /// Every branch delivers; for the whole flow: both ways.
        Reachable "REACHABLE",
        /// No branch delivers.
        Unreachable "UNREACHABLE",
        /// Some branches deliver and some do not.
        Ambiguous "AMBIGUOUS",
        /// The model does not know enough.
        Undetermined "UNDETERMINED",
    }
    /// How the reply relates to the forward path.
    Symmetry {
        /// The same places in reverse.
        Symmetric "SYMMETRIC",
        /// Another path, and it arrives.
        AsymmetricButWorks "ASYMMETRIC_BUT_WORKS",
        /// The packet arrives, the reply does not.
        ForwardOnly "FORWARD_ONLY",
        /// The reply was not traced.
        NotEvaluated "NOT_EVALUATED",
    }
    /// Direction of a trace.
    FlowDirection {
        /// From source to destination.
        Forward "FORWARD",
        /// From destination back to source.
        Reply "REPLY",
    }
    /// What happens in one step.
    StepKind {
        /// Leaves a pod.
        StartFromPod "START_FROM_POD",
        /// Leaves a process of a node.
        StartFromNode "START_FROM_NODE",
        /// Leaves a virtual machine.
        StartFromVm "START_FROM_VM",
        /// Leaves an on-premises host.
        StartFromOnprem "START_FROM_ONPREM",
        /// Leaves a host on the Internet.
        StartFromInternet "START_FROM_INTERNET",
        /// The reply leaves a service.
        StartFromService "START_FROM_SERVICE",
        /// Enters a pod.
        ArriveAtPod "ARRIVE_AT_POD",
        /// Enters a node.
        ArriveAtNode "ARRIVE_AT_NODE",
        /// Enters the bridge of a node.
        ArriveAtBridge "ARRIVE_AT_BRIDGE",
        /// Enters a virtual network.
        ArriveAtVnet "ARRIVE_AT_VNET",
        /// Enters a load balancer.
        ArriveAtLoadBalancer "ARRIVE_AT_LOAD_BALANCER",
        /// Enters a gateway.
        ArriveAtGateway "ARRIVE_AT_GATEWAY",
        /// Enters an appliance.
        ArriveAtAppliance "ARRIVE_AT_APPLIANCE",
        /// Enters a virtual machine.
        ArriveAtVm "ARRIVE_AT_VM",
        /// Enters the Internet.
        ArriveAtInternet "ARRIVE_AT_INTERNET",
        /// Enters an on-premises network.
        ArriveAtOnprem "ARRIVE_AT_ONPREM",
        /// The service behind the destination is found.
        ResolveService "RESOLVE_SERVICE",
        /// The owner of the next hop's address is found.
        ResolveNextHop "RESOLVE_NEXT_HOP",
        /// A route is chosen.
        ApplyRoute "APPLY_ROUTE",
        /// The destination is on the bridge, or the node itself.
        RouteLocal "ROUTE_LOCAL",
        /// A network policy for leaving is applied.
        ApplyEgressNetworkPolicy "APPLY_EGRESS_NETWORK_POLICY",
        /// A network policy for entering is applied.
        ApplyIngressNetworkPolicy "APPLY_INGRESS_NETWORK_POLICY",
        /// A security group is applied at the sender.
        ApplyNsgOutbound "APPLY_NSG_OUTBOUND",
        /// A security group is applied at the receiver.
        ApplyNsgInbound "APPLY_NSG_INBOUND",
        /// No network policy for leaving applies.
        SkipEgressNetworkPolicy "SKIP_EGRESS_NETWORK_POLICY",
        /// No network policy for entering applies.
        SkipIngressNetworkPolicy "SKIP_INGRESS_NETWORK_POLICY",
        /// No security group applies at the sender.
        SkipNsgOutbound "SKIP_NSG_OUTBOUND",
        /// No security group applies at the receiver.
        SkipNsgInbound "SKIP_NSG_INBOUND",
        /// May this machine carry packets of others.
        CheckIpForwarding "CHECK_IP_FORWARDING",
        /// May the sender use this source address.
        CheckAntiSpoof "CHECK_ANTI_SPOOF",
        /// May the packet leave by the port it came in.
        CheckHairpin "CHECK_HAIRPIN",
        /// The time to live goes down.
        DecrementTtl "DECREMENT_TTL",
        /// The backends of a load balancer are listed.
        AnalyzeLoadBalancerBackend "ANALYZE_LOAD_BALANCER_BACKEND",
        /// A backend or endpoint is chosen.
        SelectBackend "SELECT_BACKEND",
        /// An address or port is rewritten.
        Nat "NAT",
        /// A possible rewriting does not happen.
        SkipNat "SKIP_NAT",
        /// A flow is remembered.
        SetupSession "SETUP_SESSION",
        /// A flow is recognised.
        MatchSession "MATCH_SESSION",
        /// Arrives; end.
        Deliver "DELIVER",
        /// Dropped; end.
        Drop "DROP",
        /// Leaves the modelled world; end.
        Forward "FORWARD",
        /// The model cannot go on; end.
        Abort "ABORT",
    }
    /// Kinds of rewriting.
    NatKind {
        /// The node's address for its pods.
        NodeMasquerade "NODE_MASQUERADE",
        /// From a cluster address to an endpoint.
        ServiceDnatClusterIp "SERVICE_DNAT_CLUSTER_IP",
        /// From a node port to an endpoint.
        ServiceDnatNodePort "SERVICE_DNAT_NODE_PORT",
        /// From a load balancer address to an endpoint.
        ServiceDnatLoadBalancer "SERVICE_DNAT_LOAD_BALANCER",
        /// A pod reaches itself through a service.
        ServiceHairpinSnat "SERVICE_HAIRPIN_SNAT",
        /// The node's address for traffic from outside, under policy Cluster.
        ExternalTrafficSnat "EXTERNAL_TRAFFIC_SNAT",
        /// The load balancer rewrites the destination to the node.
        LbInboundDnat "LB_INBOUND_DNAT",
        /// The load balancer leaves the destination as it is.
        LbFloatingIp "LB_FLOATING_IP",
        /// The load balancer's public address and port.
        LbOutboundSnat "LB_OUTBOUND_SNAT",
        /// A NAT gateway's public address and port.
        NatGateway "NAT_GATEWAY",
        /// The machine's own public address.
        InstancePublicIp "INSTANCE_PUBLIC_IP",
        /// The platform's default outbound access.
        DefaultOutbound "DEFAULT_OUTBOUND",
        /// A reply is rewritten back.
        SessionReverse "SESSION_REVERSE",
        /// An appliance puts its own address as source.
        ApplianceSnat "APPLIANCE_SNAT",
    }
    /// Where a rewriting happens.
    NatHook {
        /// On a node, before routing.
        Prerouting "PREROUTING",
        /// On a node, for its own packets.
        Output "OUTPUT",
        /// On a node, after routing.
        Postrouting "POSTROUTING",
        /// In the platform.
        Fabric "FABRIC",
    }
    /// Why a possible rewriting does not happen.
    NatSkipReason {
        /// The destination is in a range that is not masqueraded.
        DestinationInNonMasqueradeRange "DESTINATION_IN_NON_MASQUERADE_RANGE",
        /// The destination is on the same node.
        DestinationOnSameNode "DESTINATION_ON_SAME_NODE",
        /// The destination is an address of the node.
        DestinationLocalAddress "DESTINATION_LOCAL_ADDRESS",
        /// The packet belongs to the way back.
        ReturnPacket "RETURN_PACKET",
        /// The sender uses the node's address anyway.
        HostNetworkPod "HOST_NETWORK_POD",
        /// Masquerading is switched off.
        MasqueradeDisabled "MASQUERADE_DISABLED",
        /// The first packet of the flow has decided.
        FlowAlreadyTracked "FLOW_ALREADY_TRACKED",
        /// No rule matches.
        NoRuleMatched "NO_RULE_MATCHED",
        /// IPv6 is not masqueraded.
        Ipv6NotMasqueraded "IPV6_NOT_MASQUERADED",
    }
    /// Why a packet is dropped.
    DropCause {
        /// No route matches.
        NoRoute "NO_ROUTE",
        /// The route leads nowhere.
        RouteNone "ROUTE_NONE",
        /// The next hop's address belongs to nothing known.
        RouteNextHopNotResolved "ROUTE_NEXT_HOP_NOT_RESOLVED",
        /// The next hop is gone.
        RouteNextHopNotFound "ROUTE_NEXT_HOP_NOT_FOUND",
        /// The next hop does not run.
        RouteNextHopNotRunning "ROUTE_NEXT_HOP_NOT_RUNNING",
        /// The next hop is a node that does not own the pod prefix.
        RouteNextHopWrongNode "ROUTE_NEXT_HOP_WRONG_NODE",
        /// The right route is in a table that is not associated.
        RouteTableNotAssociated "ROUTE_TABLE_NOT_ASSOCIATED",
        /// The right route is not in effect yet.
        RouteNotYetEffective "ROUTE_NOT_YET_EFFECTIVE",
        /// The next hop does not carry packets of others.
        IpForwardingDisabled "IP_FORWARDING_DISABLED",
        /// The sender may not use the source address.
        SpoofedSource "SPOOFED_SOURCE",
        /// Nobody has the address in its subnet.
        NeighborUnreachable "NEIGHBOR_UNREACHABLE",
        /// The packet comes to a place it was at.
        RoutingLoop "ROUTING_LOOP",
        /// The time to live is used up.
        TtlExceeded "TTL_EXCEEDED",
        /// The pod does not run.
        PodNotRunning "POD_NOT_RUNNING",
        /// The node is not ready.
        NodeNotReady "NODE_NOT_READY",
        /// The virtual machine does not run.
        VmNotRunning "VM_NOT_RUNNING",
        /// A network policy forbids leaving.
        NetworkPolicyEgress "NETWORK_POLICY_EGRESS",
        /// A network policy forbids entering.
        NetworkPolicyIngress "NETWORK_POLICY_INGRESS",
        /// A security group forbids leaving.
        NsgRuleOutbound "NSG_RULE_OUTBOUND",
        /// A security group forbids entering.
        NsgRuleInbound "NSG_RULE_INBOUND",
        /// The service has no endpoint.
        ServiceNoEndpoints "SERVICE_NO_ENDPOINTS",
        /// The service has no endpoint on this node.
        ServiceNoLocalEndpoints "SERVICE_NO_LOCAL_ENDPOINTS",
        /// The service does not have the port.
        ServicePortNotFound "SERVICE_PORT_NOT_FOUND",
        /// The load balancer has no healthy backend.
        LbNoHealthyBackend "LB_NO_HEALTHY_BACKEND",
        /// The load balancer has no rule for protocol and port.
        LbRuleMismatch "LB_RULE_MISMATCH",
        /// No source port is left.
        SnatPortsExhausted "SNAT_PORTS_EXHAUSTED",
        /// Nothing translates to a public address.
        NoOutboundMethod "NO_OUTBOUND_METHOD",
        /// The protocol can't be translated.
        ProtocolNotNattable "PROTOCOL_NOT_NATTABLE",
        /// Fragments are not carried.
        FragmentDropped "FRAGMENT_DROPPED",
        /// A private source goes to the Internet.
        PrivateTrafficToInternet "PRIVATE_TRAFFIC_TO_INTERNET",
        /// From the Internet to a private address.
        InternetToPrivateAddress "INTERNET_TO_PRIVATE_ADDRESS",
        /// The destination's network has no route back.
        NoReturnRoute "NO_RETURN_ROUTE",
        /// The reply comes to a place that does not know its flow.
        NoSessionForReply "NO_SESSION_FOR_REPLY",
        /// The reply comes from an address that the sender did not send to.
        ReplySourceMismatch "REPLY_SOURCE_MISMATCH",
        /// The packet may not leave by the port it came in.
        HairpinDisabled "HAIRPIN_DISABLED",
        /// Nobody has the destination, inside the network.
        UnknownInternalAddress "UNKNOWN_INTERNAL_ADDRESS",
        /// Nobody has the destination, outside the network.
        UnknownExternalAddress "UNKNOWN_EXTERNAL_ADDRESS",
        /// The service's list of clients does not have the source.
        SourceRangeDenied "SOURCE_RANGE_DENIED",
        /// A peering does not let the packet in.
        PeeringForbids "PEERING_FORBIDS",
    }
    /// Why the model cannot go on.
    AbortCause {
        /// The address that the flow starts at is not known.
        UnknownIp "UNKNOWN_IP",
        /// An address belongs to more than one place.
        AmbiguousIp "AMBIGUOUS_IP",
        /// The ends have no family in common.
        MismatchedIpVersion "MISMATCHED_IP_VERSION",
        /// The flow makes no sense.
        InvalidArgument "INVALID_ARGUMENT",
        /// More steps than the limit.
        TraceTooLong "TRACE_TOO_LONG",
        /// More branches than the limit.
        TooManyBranches "TOO_MANY_BRANCHES",
        /// A resource that the path needs is not in the model.
        ConfigNotFound "CONFIG_NOT_FOUND",
        /// The path needs something that is not modelled.
        UnsupportedFeature "UNSUPPORTED_FEATURE",
        /// The revision is not held any more.
        StateVersionGone "STATE_VERSION_GONE",
        /// The caller may not see a place on the path.
        PermissionDenied "PERMISSION_DENIED",
    }
    /// Where a packet leaves the modelled world.
    ForwardTarget {
        /// The Internet.
        Internet "INTERNET",
        /// A gateway to on-premises networks.
        OnpremGateway "ONPREM_GATEWAY",
        /// A peered network that is not modelled.
        PeeredVnet "PEERED_VNET",
        /// An appliance whose inside is not modelled.
        VirtualAppliance "VIRTUAL_APPLIANCE",
        /// A platform service.
        ServiceEndpoint "SERVICE_ENDPOINT",
    }
    /// Things that a trace relied on without knowing them.
    AssumptionKind {
        /// A host outside the model takes the packet and answers.
        RemoteHostAnswers "REMOTE_HOST_ANSWERS",
        /// An appliance passes the packet on as it is, both ways.
        ApplianceForwardsUnchanged "APPLIANCE_FORWARDS_UNCHANGED",
        /// On-premises networks route back by the same gateway.
        OnPremisesRoutesSymmetric "ON_PREMISES_ROUTES_SYMMETRIC",
        /// No node or load balancer knows the flow before.
        SessionsEmptyAtStart "SESSIONS_EMPTY_AT_START",
        /// Health probes answer as readiness says.
        HealthProbesGreen "HEALTH_PROBES_GREEN",
        /// The public source address is not in the model.
        OutboundAddressUnknown "OUTBOUND_ADDRESS_UNKNOWN",
        /// A peered network outside the model routes back.
        PeeredNetworkReturns "PEERED_NETWORK_RETURNS",
        /// The source port is one of the ephemeral range.
        SourcePortEphemeral "SOURCE_PORT_EPHEMERAL",
    }
    /// Where a choice of route is made.
    RouteScope {
        /// In the pod.
        Pod "POD",
        /// In the node.
        Node "NODE",
        /// In the virtual network, at the sender's subnet.
        Vnet "VNET",
    }
}
