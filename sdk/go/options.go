package podnet

import (
	"cmp"
	"context"
	"os"
	"time"

	"google.golang.org/grpc"

	"github.com/podnet/podnet/sdk/go/internal/generated"
)

// Options are the settings of a client. What is left out comes from the environment, as each says, or is the default.
//
// Certificates and keys are text in PEM, or the path of a file with it, which is read again for each new connection, so
// that renewed ones are used without a restart.
type Options struct {
	// CA has the authorities that may have signed the server's certificate, for a target with https. Environment:
	// PODNET_CA_FILE. Default: those of the system.
	CA string
	// Cert is the client's certificate, for mutual TLS. Environment: PODNET_CERT_FILE.
	Cert string
	// Key is the private key of Cert. Environment: PODNET_KEY_FILE.
	Key string
	// ServerName is the name that the server's certificate must have, if not that of the target.
	ServerName string
	// Token is sent with each call as "authorization: Bearer token". Environment: PODNET_TOKEN.
	Token string
	// TokenSource is asked before each attempt of a call instead, for tokens that change.
	TokenSource func(ctx context.Context) (string, error)
	// TokenOverPlaintext allows a token to go over plaintext to another machine, as inside a mesh that encrypts.
	TokenOverPlaintext bool
	// Deadline is the longest time of a unary call over all its attempts, for contexts without a deadline. Default
	// 10 s; negative for none.
	Deadline time.Duration
	// BatchDeadline is the same for calls that carry many items. Default 30 s.
	BatchDeadline time.Duration
	// NoRetries makes one attempt of each unary call, for callers that stand behind something that retries.
	// [Client.Watch] and [Client.StreamAddresses] go on after lost connections all the same.
	NoRetries bool
	// Dial has options of gRPC, such as interceptors or handlers of statistics.
	Dial []grpc.DialOption
}

// completed is a copy with what the environment and the defaults add.
func (o *Options) completed() (c Options) {
	if o != nil {
		c = *o
	}
	c.CA = cmp.Or(c.CA, os.Getenv("PODNET_CA_FILE"))
	c.Cert = cmp.Or(c.Cert, os.Getenv("PODNET_CERT_FILE"))
	c.Key = cmp.Or(c.Key, os.Getenv("PODNET_KEY_FILE"))
	c.Deadline = cmp.Or(c.Deadline, generated.Deadline)
	c.BatchDeadline = cmp.Or(c.BatchDeadline, generated.BatchDeadline)
	token := cmp.Or(c.Token, os.Getenv("PODNET_TOKEN"))
	if c.TokenSource == nil && token != "" {
		c.TokenSource = func(context.Context) (string, error) { return token, nil }
	}
	return c
}
