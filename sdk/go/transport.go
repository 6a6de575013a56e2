package podnet

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"time"

	"google.golang.org/grpc"
	grpcbackoff "google.golang.org/grpc/backoff"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"
)

// Bytes of one answer: a page carries up to 1,000 resources.
const messageBytesMax = 16 << 20

// Time between keep-alive pings while a call is open.
const keepAlive = 30 * time.Second

// Waits between attempts to connect, as short as those between attempts of a call: with gRPC's own first wait of one
// second, every attempt of a call would be over before the second connection.
var connectBackoff = grpcbackoff.Config{
	BaseDelay: 100 * time.Millisecond, Multiplier: 2, Jitter: 0.2, MaxDelay: 2 * time.Second,
}

// Longest time of an attempt to connect, gRPC's own. A shorter one than the deadline of a call would fail calls that a slow
// server answers in time: with no connection, all their attempts are over at once.
const connectTimeout = 20 * time.Second

// endpoint is a target as gRPC wants it.
type endpoint struct {
	address  string
	secure   bool
	loopback bool
}

func parseTarget(target string) (endpoint, error) {
	if path, ok := strings.CutPrefix(target, "unix:"); ok {
		if path == "" {
			return endpoint{}, invalid("target %q has no path", target)
		}
		return endpoint{address: target, loopback: true}, nil
	}
	parsed, err := url.Parse(target)
	if err != nil {
		return endpoint{}, invalid("target %q: %v", target, err)
	}
	port, known := map[string]string{"http": "80", "https": "443"}[parsed.Scheme]
	if !known || parsed.Hostname() == "" {
		return endpoint{}, invalid("target %q is not http://host:port, https://host:port or unix:/path", target)
	}
	if parsed.Port() != "" {
		port = parsed.Port()
	}
	host := parsed.Hostname()
	address, err := netip.ParseAddr(host)
	loopback := host == "localhost" || err == nil && address.Unmap().IsLoopback()
	return endpoint{"dns:///" + net.JoinHostPort(host, port), parsed.Scheme == "https", loopback}, nil
}

func dialOptions(s settings, throttle *throttle) ([]grpc.DialOption, error) {
	if s.token != nil && !s.endpoint.secure && !s.endpoint.loopback && !s.tokenOverPlaintext {
		return nil, local(codes.FailedPrecondition,
			"a token would go over plaintext to %s; use https, or allow it with WithTokenOverPlaintext", s.target)
	}
	dial := []grpc.DialOption{
		grpc.WithUserAgent("podnet-go/" + Version),
		grpc.WithConnectParams(grpc.ConnectParams{Backoff: connectBackoff, MinConnectTimeout: connectTimeout}),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: keepAlive}),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(messageBytesMax)),
		grpc.WithDefaultServiceConfig(forGRPC()),
		grpc.WithDisableServiceConfig(), // whoever answers for the name must not change the promises made here
		grpc.WithStatsHandler(throttle),
	}
	transport := insecure.NewCredentials()
	if s.endpoint.secure {
		first, err := s.tls.config()
		if err != nil {
			return nil, err
		}
		transport = reloading{credentials.NewTLS(first), s.tls}
	}
	dial = append(dial, grpc.WithTransportCredentials(transport))
	if s.token != nil {
		dial = append(dial, grpc.WithPerRPCCredentials(bearer(s.token)))
	}
	if s.noRetries {
		dial = append(dial, grpc.WithDisableRetry())
	}
	return append(dial, s.dial...), nil
}

// reloading reads the certificates anew for each connection.
type reloading struct {
	credentials.TransportCredentials
	tls TLS
}

func (r reloading) ClientHandshake(
	ctx context.Context, authority string, conn net.Conn,
) (net.Conn, credentials.AuthInfo, error) {
	config, err := r.tls.config()
	if err != nil {
		return nil, nil, err
	}
	return credentials.NewTLS(config).ClientHandshake(ctx, authority, conn)
}

func (r reloading) Clone() credentials.TransportCredentials {
	return reloading{r.TransportCredentials.Clone(), r.tls}
}

func (t TLS) config() (*tls.Config, error) {
	config := &tls.Config{ServerName: t.ServerName, MinVersion: tls.VersionTLS12}
	authority, failedCA := pem(t.CAPEM, t.CAFile)
	certificate, failedCert := pem(t.CertPEM, t.CertFile)
	key, failedKey := pem(t.KeyPEM, t.KeyFile)
	if err := errors.Join(failedCA, failedCert, failedKey); err != nil {
		return nil, invalid("%v", err)
	}
	if authority != nil {
		config.RootCAs = x509.NewCertPool()
		if !config.RootCAs.AppendCertsFromPEM(authority) {
			return nil, invalid("the authority %s has no certificate in PEM", t.CAFile)
		}
	}
	if certificate != nil || key != nil {
		pair, err := tls.X509KeyPair(certificate, key)
		if err != nil {
			return nil, invalid("client certificate and key: %v", err)
		}
		config.Certificates = []tls.Certificate{pair}
	}
	return config, nil
}

// pem is the text given, or that of the file; nil without either.
func pem(text []byte, file string) ([]byte, error) {
	if text != nil || file == "" {
		return text, nil
	}
	return os.ReadFile(file)
}

// bearer gives each attempt its token. Whether plaintext is allowed was decided when connecting.
type bearer TokenSource

func (b bearer) GetRequestMetadata(ctx context.Context, _ ...string) (map[string]string, error) {
	token, err := b(ctx)
	return map[string]string{"authorization": "Bearer " + token}, err
}

func (bearer) RequireTransportSecurity() bool { return false }
