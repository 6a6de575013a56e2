package podnet

import (
	"google.golang.org/grpc"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// Version of this module, as in the user agent of its calls.
const Version = "0.1.0"

// Client is a connection to one server. It is safe for use by many goroutines; make one and share it.
type Client struct {
	// The generated clients of the contract's services, such as client.Ipam. Calls over them have what the package
	// promises: deadlines, retries, request ids, typed errors. [Client.Watch] outlives the connections of
	// Services.Watch; see also [Client.Hold] and [Client.StreamAddresses].
	podnetv1.Services

	conn     *grpc.ClientConn
	options  Options
	throttle throttle
}

// Connect makes a client of the server at target: "http://host:port" (plaintext), "https://host:port" (TLS) or
// "unix:/path" (plaintext). An empty target is that of the environment variable PODNET_ADDR; without options, all are
// those of the environment and the defaults. Nothing is sent before the first call.
//
// It fails with code INVALID_ARGUMENT for a malformed target or unusable certificate files, and with
// FAILED_PRECONDITION for a token that would go over plaintext to another machine.
func Connect(target string, options *Options) (*Client, error) {
	c := &Client{options: options.completed()}
	var err error
	if c.conn, err = dial(target, c.options); err != nil {
		return nil, err
	}
	c.Services = podnetv1.NewServices(c)
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
