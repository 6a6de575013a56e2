package podnet

import (
	"context"
	_ "embed"
	"encoding/json"
	"math/rand/v2"
	"slices"
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

// The one table of deadlines and retries of all clients, a copy of sdk/service_config.json: first calls, then batches,
// then streams.
//
//go:embed generated/service_config.json
var serviceConfig []byte

var (
	shared = read[table]()
	calls  = shared.MethodConfig[0]
	batch  = shared.MethodConfig[1]
	policy = calls.RetryPolicy
)

type table struct {
	MethodConfig []struct {
		Name        []struct{ Service, Method string }
		Timeout     seconds
		RetryPolicy struct {
			MaxAttempts                int
			InitialBackoff, MaxBackoff seconds
		}
	}
	RetryThrottling struct{ MaxTokens, TokenRatio float64 }
}

// seconds are written as "0.1s".
type seconds struct{ time.Duration }

func (s *seconds) UnmarshalText(text []byte) (err error) {
	s.Duration, err = time.ParseDuration(string(text))
	return err
}

func read[T any]() (read T) {
	if err := json.Unmarshal(serviceConfig, &read); err != nil {
		panic(err) // the file is part of this package
	}
	return read
}

// forGRPC is the table without timeouts, to which gRPC would shorten a caller's own deadline, and which it would start
// anew for a retry above its own.
func forGRPC() string {
	table := read[map[string]any]()
	for _, entry := range table["methodConfig"].([]any) {
		delete(entry.(map[string]any), "timeout")
	}
	text, _ := json.Marshal(table) // what was read can be written
	return string(text)
}

// isBatch says whether a method, as "/podnet.v1.IpamService/AllocateAddress", carries many items.
func isBatch(method string) bool {
	service, name, _ := strings.Cut(strings.TrimPrefix(method, "/"), "/")
	return slices.Contains(batch.Name, struct{ Service, Method string }{service, name})
}

// backoff is the wait before the attempt after so many: drawn evenly below the ceiling, on top of what the server
// asked for.
func backoff(attempts int, e *Error) time.Duration {
	ceiling := min(policy.InitialBackoff.Duration<<min(attempts-1, 30), policy.MaxBackoff.Duration)
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

// sleep waits and says whether it could wait so long.
func sleep(ctx context.Context, wait time.Duration) bool {
	select {
	case <-time.After(wait):
		return true
	case <-ctx.Done():
		return false
	}
}

// throttle rests retries while many calls fail (gRFC A6). It sees each attempt, so it stands where gRPC's own stands,
// which cannot be asked.
type throttle struct {
	mutex  sync.Mutex
	tokens float64
}

func (t *throttle) add(tokens float64) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.tokens = min(max(t.tokens+tokens, 0), shared.RetryThrottling.MaxTokens)
}

func (t *throttle) allows() bool {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.tokens > shared.RetryThrottling.MaxTokens/2
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
			t.add(shared.RetryThrottling.TokenRatio)
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
