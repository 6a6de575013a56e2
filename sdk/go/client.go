package podnet

import (
	"google.golang.org/grpc"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// Version of this module, as in the user agent of its calls.
const Version = "0.1.0"

// Client is a connection to one server. It is safe for use by many goroutines; make one and share it.
//
// Its fields are the generated clients of the contract's services. Calls over them have what the package promises:
// deadlines, retries, request ids, typed errors.
type Client struct {
	// Admin tells about the server, moves snapshots, checks and compacts the log.
	Admin podnetv1.AdminServiceClient
	// Cluster keeps clusters, node pools and nodes.
	Cluster podnetv1.ClusterServiceClient
	// Flow traces packets.
	Flow podnetv1.FlowServiceClient
	// Ipam hands out addresses and takes them back. See also [Client.Hold] and [Client.StreamAddresses].
	Ipam podnetv1.IpamServiceClient
	// Network keeps networks and subnets.
	Network podnetv1.NetworkServiceClient
	// Proof shows whether a cluster keeps the network model.
	Proof podnetv1.ProofServiceClient
	// Route keeps route tables and explains which route wins.
	Route podnetv1.RouteServiceClient
	// Security keeps security groups, namespaces and network policies.
	Security podnetv1.SecurityServiceClient
	// Watcher streams changes over one connection; [Client.Watch] outlives lost ones.
	Watcher podnetv1.WatchServiceClient
	// Workload keeps Kubernetes Services.
	Workload podnetv1.WorkloadServiceClient

	conn     *grpc.ClientConn
	settings settings
	throttle *throttle
}

// Connect makes a client of the server at target: "http://host:port" (plaintext), "https://host:port" (TLS) or
// "unix:/path" (plaintext). An empty target is that of the environment variable PODNET_ADDR. Nothing is sent before
// the first call.
//
// It fails with code INVALID_ARGUMENT for a malformed target or unusable certificate files, and with
// FAILED_PRECONDITION for a token that would go over plaintext to another machine.
func Connect(target string, opts ...Option) (*Client, error) {
	settings, err := collect(target, opts)
	if err != nil {
		return nil, err
	}
	throttle := &throttle{tokens: shared.RetryThrottling.MaxTokens}
	dial, err := dialOptions(settings, throttle)
	if err != nil {
		return nil, err
	}
	conn, err := grpc.NewClient(settings.endpoint.address, dial...)
	if err != nil {
		return nil, invalid("target %q: %v", settings.target, err)
	}
	c := &Client{conn: conn, settings: settings, throttle: throttle}
	c.Admin = podnetv1.NewAdminServiceClient(c)
	c.Cluster = podnetv1.NewClusterServiceClient(c)
	c.Flow = podnetv1.NewFlowServiceClient(c)
	c.Ipam = podnetv1.NewIpamServiceClient(c)
	c.Network = podnetv1.NewNetworkServiceClient(c)
	c.Proof = podnetv1.NewProofServiceClient(c)
	c.Route = podnetv1.NewRouteServiceClient(c)
	c.Security = podnetv1.NewSecurityServiceClient(c)
	c.Watcher = podnetv1.NewWatchServiceClient(c)
	c.Workload = podnetv1.NewWorkloadServiceClient(c)
	return c, nil
}

// Conn is the connection beneath, without what this package adds.
func (c *Client) Conn() *grpc.ClientConn {
	return c.conn
}

// Close ends the connection and every call on it.
func (c *Client) Close() error {
	return c.conn.Close()
}
