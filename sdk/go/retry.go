package podnet

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/stats"
	"google.golang.org/grpc/status"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// The one table of deadlines and retries of all clients, a copy of sdk/service_config.json.
//
//go:embed generated/service_config.json
var serviceConfig []byte

// Waits before a watch or a stream connects again.
var reconnect = retryPolicy{
	InitialBackoff: seconds(100 * time.Millisecond), MaxBackoff: seconds(2 * time.Second), BackoffMultiplier: 2,
}

type table struct {
	Methods    []methodConfig `json:"methodConfig"`
	Throttling throttling     `json:"retryThrottling"`
}

type methodConfig struct {
	Names   []methodName `json:"name"`
	Timeout *seconds     `json:"timeout,omitempty"`
	Retry   *retryPolicy `json:"retryPolicy,omitempty"`
}

// methodName is a whole service without a method.
type methodName struct {
	Service string `json:"service"`
	Method  string `json:"method,omitempty"`
}

type retryPolicy struct {
	MaxAttempts       int      `json:"maxAttempts"`
	InitialBackoff    seconds  `json:"initialBackoff"`
	MaxBackoff        seconds  `json:"maxBackoff"`
	BackoffMultiplier float64  `json:"backoffMultiplier"`
	Codes             []string `json:"retryableStatusCodes"`
}

type throttling struct {
	MaxTokens  float64 `json:"maxTokens"`
	TokenRatio float64 `json:"tokenRatio"`
}

// seconds are written as "0.1s".
type seconds time.Duration

func (s *seconds) UnmarshalJSON(text []byte) error {
	duration, err := time.ParseDuration(strings.Trim(string(text), `"`))
	*s = seconds(duration)
	return err
}

func (s seconds) MarshalJSON() ([]byte, error) {
	return json.Marshal(strconv.FormatFloat(time.Duration(s).Seconds(), 'f', -1, 64) + "s")
}

// readServiceConfig gives the table, and it as gRPC gets it: without timeouts, to which gRPC would shorten a caller's
// own deadline, and which it would start anew for a retry above its own.
func readServiceConfig() (table, string, error) {
	var full table
	decoder := json.NewDecoder(bytes.NewReader(serviceConfig))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&full); err != nil {
		return full, "", invalid("service config: %v", err)
	}
	bare := full
	bare.Methods = nil
	for _, method := range full.Methods {
		method.Timeout = nil
		bare.Methods = append(bare.Methods, method)
	}
	text, err := json.Marshal(bare)
	return full, string(text), err
}

// find gives the entry of a method, as "/podnet.v1.IpamService/AllocateAddress"; batch: it has one of its own.
func (t table) find(method string) (found methodConfig, batch bool) {
	service, name, _ := strings.Cut(strings.TrimPrefix(method, "/"), "/")
	for _, entry := range t.Methods {
		for _, candidate := range entry.Names {
			switch candidate {
			case methodName{service, name}:
				return entry, true
			case methodName{service, ""}:
				found = entry
			}
		}
	}
	return found, false
}

// wait is that before the attempt after so many: drawn evenly below the back-off, on top of what the server asked for.
func (p retryPolicy) wait(attempts int, e *Error) time.Duration {
	ceiling := time.Duration(p.InitialBackoff)
	for range attempts - 1 {
		// Bounded at once: a watch that reconnects for minutes would double past what a duration holds.
		ceiling = min(time.Duration(float64(ceiling)*p.BackoffMultiplier), time.Duration(p.MaxBackoff))
	}
	return e.RetryAfter + rand.N(ceiling)
}

// mayRetry says whether another attempt helps. gRPC has made those that a code alone allows; here the reason counts,
// and UNAVAILABLE where gRPC could not tell.
func mayRetry(e *Error) bool {
	switch e.Reason {
	case podnetv1.ErrorReason_ERROR_REASON_OVERLOADED,
		podnetv1.ErrorReason_ERROR_REASON_RATE_LIMITED,
		podnetv1.ErrorReason_ERROR_REASON_REQUEST_IN_PROGRESS:
		return true
	}
	return e.Code == codes.Unavailable || e.Code == codes.DeadlineExceeded
}

// pushback is the wait that the server demands in a trailer; negative for never again.
func pushback(trailer metadata.MD) (wait time.Duration, demanded bool) {
	values := trailer.Get("grpc-retry-pushback-ms")
	if len(values) == 0 {
		return 0, false
	}
	milliseconds, err := strconv.Atoi(values[0])
	if err != nil {
		return -1, true
	}
	return time.Duration(milliseconds) * time.Millisecond, true
}

// throttle rests retries while many calls fail (gRFC A6). It sees each attempt, so it stands where gRPC's own stands,
// which cannot be asked.
type throttle struct {
	throttling
	mutex  sync.Mutex
	tokens float64
}

func newThrottle(t throttling) *throttle {
	return &throttle{throttling: t, tokens: t.MaxTokens}
}

func (t *throttle) add(tokens float64) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.tokens = min(max(t.tokens+tokens, 0), t.MaxTokens)
}

func (t *throttle) allows() bool {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.tokens > t.MaxTokens/2
}

// attempts counts those of one call. Their ends count: gRPC begins some twice.
type attempts struct{ ended, transparent int }

func (a *attempts) made() int { return max(a.ended-a.transparent, 1) }

type attemptsKey struct{}

// HandleRPC is called by gRPC for each attempt of a call, one after another.
func (t *throttle) HandleRPC(ctx context.Context, event stats.RPCStats) {
	count, ok := ctx.Value(attemptsKey{}).(*attempts)
	if !ok {
		return // a stream, or a call past the client
	}
	switch event := event.(type) {
	case *stats.Begin:
		if event.IsTransparentRetryAttempt {
			count.transparent++
		}
	case *stats.End:
		count.ended++
		switch status.Code(event.Error) {
		case codes.OK:
			t.add(t.TokenRatio)
		case codes.Unavailable:
			t.add(-1)
		}
	}
}

// TagRPC is part of the interface of handlers.
func (*throttle) TagRPC(ctx context.Context, _ *stats.RPCTagInfo) context.Context { return ctx }

// TagConn is part of the interface of handlers.
func (*throttle) TagConn(ctx context.Context, _ *stats.ConnTagInfo) context.Context { return ctx }

// HandleConn is part of the interface of handlers.
func (*throttle) HandleConn(context.Context, stats.ConnStats) {}
