package podnet

import (
	"context"
	"math/rand/v2"
	"strconv"
	"sync"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/stats"
	"google.golang.org/grpc/status"

	"github.com/podnet/podnet/sdk/go/internal/generated"
)

// another is the wait before one more attempt, if that helps. gRPC has made those that a code alone allows; here the reason
// counts, and UNAVAILABLE where gRPC could not tell.
func (c *Client) another(failure *Error, trailer metadata.MD) (wait time.Duration, again bool) {
	helps := generated.Helps[failure.Reason] || failure.Code == codes.Unavailable || failure.Code == codes.DeadlineExceeded
	if c.options.NoRetries || !helps || failure.Attempts >= generated.AttemptsMax || !c.throttle.count(0) {
		return 0, false
	}
	if demand := trailer.Get("grpc-retry-pushback-ms"); len(demand) > 0 {
		// Negative, or unreadable (gRFC A6), is never again.
		milliseconds, err := strconv.ParseUint(demand[0], 10, 32)
		return max(time.Duration(milliseconds)*time.Millisecond, failure.RetryAfter), err == nil
	}
	return backoffAfter(failure.Attempts, failure), true
}

// backoffAfter is the wait before the attempt after so many: drawn evenly below the ceiling (full jitter), on top of what
// the server asked for.
func backoffAfter(attempts int, failure *Error) time.Duration {
	ceiling := min(generated.BackoffFirst<<min(attempts-1, 30), generated.BackoffMax)
	return failure.RetryAfter + rand.N(ceiling)
}

// sleep waits, or less where the caller gives up.
func sleep(ctx context.Context, wait time.Duration) {
	select {
	case <-time.After(wait):
	case <-ctx.Done():
	}
}

// throttle rests retries while many calls fail (gRFC A6), beside gRPC's own, which cannot be asked. It has how many tokens
// are gone.
type throttle struct {
	mutex sync.Mutex
	gone  float64
}

// count takes tokens, or gives them back, and says whether retries are allowed.
func (t *throttle) count(tokens float64) bool {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.gone = min(max(t.gone+tokens, 0), generated.TokensMax)
	return t.gone < generated.TokensMax/2
}

// attempts counts those of one call. Their ends count: gRPC begins some twice.
type attempts struct {
	ended, transparent int
	throttle           *throttle
}

func (a *attempts) made() int { return max(a.ended-a.transparent, 1) }

type attemptsKey struct{}

// counter is told by gRPC of each attempt of a call, one after another.
type counter struct{}

func (counter) HandleRPC(ctx context.Context, event stats.RPCStats) {
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
			count.throttle.count(-generated.TokenRatio)
		case codes.Unavailable:
			count.throttle.count(1)
		}
	}
}

func (counter) TagRPC(ctx context.Context, _ *stats.RPCTagInfo) context.Context   { return ctx }
func (counter) TagConn(ctx context.Context, _ *stats.ConnTagInfo) context.Context { return ctx }
func (counter) HandleConn(context.Context, stats.ConnStats)                       {}
