package podnet

import (
	"cmp"
	"context"
	"os"
	"time"

	"google.golang.org/grpc"
)

// Option changes one setting of a client.
type Option func(*settings)

// TLS says whom to trust and who the client is. Each of the three is given as a file or as PEM text; files are read
// again for each new connection, so that renewed certificates are used without a restart.
type TLS struct {
	// CAFile and CAPEM hold the authorities that may have signed the server's certificate. Neither: those of the
	// environment variable PODNET_CA_FILE, else those of the system.
	CAFile string
	CAPEM  []byte
	// CertFile and CertPEM hold the client's certificate, for mutual TLS. Neither: PODNET_CERT_FILE, else none.
	CertFile string
	CertPEM  []byte
	// KeyFile and KeyPEM hold its private key. Neither: PODNET_KEY_FILE, else none.
	KeyFile string
	KeyPEM  []byte
	// ServerName is the name that the server's certificate must have. Empty: that of the target.
	ServerName string
}

// TokenSource gives the bearer token for one attempt of a call.
type TokenSource func(ctx context.Context) (string, error)

// settings are the options, with what the environment adds.
type settings struct {
	target             string
	endpoint           endpoint
	tls                TLS
	token              TokenSource
	tokenOverPlaintext bool
	deadline           time.Duration
	batchDeadline      time.Duration
	noRetries          bool
	dial               []grpc.DialOption
}

// WithTLS sets certificates, for a target with https.
func WithTLS(tls TLS) Option {
	return func(s *settings) { s.tls = tls }
}

// WithToken sends "authorization: Bearer token" with each call. Default: PODNET_TOKEN, else none.
func WithToken(token string) Option {
	return WithTokenSource(func(context.Context) (string, error) { return token, nil })
}

// WithTokenSource asks for a token before each attempt, for tokens that change.
func WithTokenSource(source TokenSource) Option {
	return func(s *settings) { s.token = source }
}

// WithTokenOverPlaintext allows a token to go over plaintext to another machine, as inside a mesh that encrypts.
func WithTokenOverPlaintext() Option {
	return func(s *settings) { s.tokenOverPlaintext = true }
}

// WithDeadline sets the longest time of a unary call over all its attempts, for contexts without a deadline.
// Default 10 s; 0 or less for none.
func WithDeadline(deadline time.Duration) Option {
	return func(s *settings) { s.deadline = deadline }
}

// WithBatchDeadline is as [WithDeadline], for calls that carry many items. Default 30 s.
func WithBatchDeadline(deadline time.Duration) Option {
	return func(s *settings) { s.batchDeadline = deadline }
}

// WithoutRetries makes one attempt of each unary call, for callers that stand behind something that retries.
// [Client.Watch] and [Client.StreamAddresses] go on after lost connections all the same.
func WithoutRetries() Option {
	return func(s *settings) { s.noRetries = true }
}

// WithDialOptions adds options of gRPC, such as interceptors or handlers of statistics.
func WithDialOptions(options ...grpc.DialOption) Option {
	return func(s *settings) { s.dial = append(s.dial, options...) }
}

// collect applies the options and fills what they leave out from the environment.
func collect(target string, opts []Option) (settings, error) {
	s := settings{
		target: cmp.Or(target, os.Getenv("PODNET_ADDR")), deadline: calls.Timeout.Duration, batchDeadline: batch.Timeout.Duration,
	}
	if token := os.Getenv("PODNET_TOKEN"); token != "" {
		WithToken(token)(&s)
	}
	for _, option := range opts {
		option(&s)
	}
	if s.tls.CAPEM == nil {
		s.tls.CAFile = cmp.Or(s.tls.CAFile, os.Getenv("PODNET_CA_FILE"))
	}
	if s.tls.CertPEM == nil && s.tls.KeyPEM == nil {
		s.tls.CertFile = cmp.Or(s.tls.CertFile, os.Getenv("PODNET_CERT_FILE"))
		s.tls.KeyFile = cmp.Or(s.tls.KeyFile, os.Getenv("PODNET_KEY_FILE"))
	}
	var err error
	s.endpoint, err = parseTarget(s.target)
	return s, err
}
