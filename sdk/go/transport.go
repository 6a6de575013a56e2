package podnet

import (
	"cmp"
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
	"google.golang.org/grpc/backoff"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"

	"github.com/podnet/podnet/sdk/go/internal/generated"
)

// Bytes of one answer: a page carries up to 1,000 resources.
const messageBytesMax = 16 << 20

// Time between keep-alive pings while a call is open.
const keepAlive = 30 * time.Second

// Waits between attempts to connect are as short as those between attempts of a call: with gRPC's own first wait of one
// second, every attempt of a call would be over before the second connection. The longest time of an attempt is gRPC's
// own. A shorter one than the deadline of a call would fail calls that a slow server answers in time: with no connection,
// all their attempts are over at once.
var connecting = grpc.ConnectParams{
	Backoff: backoff.Config{
		BaseDelay: generated.BackoffFirst, Multiplier: 2, Jitter: 0.2, MaxDelay: generated.BackoffMax,
	},
	MinConnectTimeout: 20 * time.Second,
}

// dial makes the connection, which begins with the first call.
func dial(target string, o Options) (*grpc.ClientConn, error) {
	target = cmp.Or(target, os.Getenv("PODNET_ADDR"))
	address, private, err := parseTarget(target)
	if err != nil {
		return nil, err
	}
	transport := insecure.NewCredentials()
	if strings.HasPrefix(target, "https:") {
		first, err := o.tls()
		if err != nil {
			return nil, err
		}
		transport = reloading{credentials.NewTLS(first), o}
	}
	settings := []grpc.DialOption{
		grpc.WithTransportCredentials(transport),
		grpc.WithUserAgent("podnet-go/" + Version),
		grpc.WithConnectParams(connecting),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: keepAlive}),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(messageBytesMax)),
		grpc.WithDefaultServiceConfig(generated.ForGRPC),
		grpc.WithDisableServiceConfig(), // whoever answers for the name must not change the promises made here
		grpc.WithStatsHandler(counter{}),
	}
	if o.TokenSource != nil {
		if !private && !o.TokenOverPlaintext {
			return nil, local(codes.FailedPrecondition,
				"a token would go over plaintext to %s; use https, or allow it with TokenOverPlaintext", target)
		}
		settings = append(settings, grpc.WithPerRPCCredentials(bearer(o.TokenSource)))
	}
	if o.NoRetries {
		settings = append(settings, grpc.WithDisableRetry())
	}
	conn, err := grpc.NewClient(address, append(settings, o.Dial...)...)
	if err != nil {
		return nil, invalid("target %q: %v", target, err)
	}
	return conn, nil
}

// parseTarget gives the target as gRPC wants it, and whether nobody else can read what goes there.
func parseTarget(target string) (address string, private bool, _ error) {
	where, err := url.Parse(target)
	if err != nil {
		return "", false, invalid("target %q: %v", target, err)
	}
	if where.Scheme == "unix" && where.Path != "" {
		return target, true, nil
	}
	host := where.Hostname()
	port, known := map[string]string{"http": "80", "https": "443"}[where.Scheme]
	if !known || host == "" {
		return "", false, invalid("target %q is not http://host:port, https://host:port or unix:/path", target)
	}
	ip, err := netip.ParseAddr(host)
	loopback := host == "localhost" || err == nil && ip.Unmap().IsLoopback()
	return "dns:///" + net.JoinHostPort(host, cmp.Or(where.Port(), port)), loopback || where.Scheme == "https", nil
}

// reloading reads the certificates anew for each connection.
type reloading struct {
	credentials.TransportCredentials
	options Options
}

func (r reloading) ClientHandshake(
	ctx context.Context, authority string, conn net.Conn,
) (net.Conn, credentials.AuthInfo, error) {
	config, err := r.options.tls()
	if err != nil {
		return nil, nil, err
	}
	return credentials.NewTLS(config).ClientHandshake(ctx, authority, conn)
}

func (r reloading) Clone() credentials.TransportCredentials {
	return reloading{r.TransportCredentials.Clone(), r.options}
}

func (o *Options) tls() (*tls.Config, error) {
	config := &tls.Config{ServerName: o.ServerName, MinVersion: tls.VersionTLS12}
	authority, failedCA := pem(o.CA)
	certificate, failedCert := pem(o.Cert)
	key, failedKey := pem(o.Key)
	if err := errors.Join(failedCA, failedCert, failedKey); err != nil {
		return nil, invalid("%v", err)
	}
	if len(authority) > 0 {
		config.RootCAs = x509.NewCertPool()
		if !config.RootCAs.AppendCertsFromPEM(authority) {
			return nil, invalid("the authority %s has no certificate in PEM", o.CA)
		}
	}
	if len(certificate)+len(key) > 0 {
		pair, err := tls.X509KeyPair(certificate, key)
		if err != nil {
			return nil, invalid("client certificate and key: %v", err)
		}
		config.Certificates = []tls.Certificate{pair}
	}
	return config, nil
}

// pem is the text given, or that of the file; empty without either.
func pem(given string) ([]byte, error) {
	if given == "" || strings.Contains(given, "-----BEGIN") {
		return []byte(given), nil
	}
	return os.ReadFile(given)
}

// bearer gives each attempt its token. Whether plaintext is allowed was decided when connecting.
type bearer func(ctx context.Context) (string, error)

func (b bearer) GetRequestMetadata(ctx context.Context, _ ...string) (map[string]string, error) {
	token, err := b(ctx)
	return map[string]string{"authorization": "Bearer " + token}, err
}

func (bearer) RequireTransportSecurity() bool { return false }
