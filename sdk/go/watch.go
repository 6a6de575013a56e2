package podnet

import (
	"context"
	"iter"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// A connection that is silent for so many progress intervals is taken for lost.
const silentIntervals = 3

// WatchItem is what a watch yields: exactly one of the three.
type WatchItem struct {
	// Event is a change, or a resource of the snapshot.
	Event *podnetv1.WatchEvent
	// Progress says that everything up to its cursor has been seen; SnapshotComplete ends a snapshot.
	Progress *podnetv1.WatchProgress
	// Resync: the position was lost (compacted, another store, a broken snapshot). What follows is a new snapshot;
	// forget what was known when it is complete.
	Resync bool
}

// Watch yields changes until the loop or ctx ends, or an error stays:
//
//	for item, err := range client.Watch(ctx, &podnetv1.WatchRequest{Parent: "clusters/prod", IncludeSnapshot: true}) {
//
// Lost connections are made again and resumed, so each event comes at least once: drop repeated ones by their
// revision. The position to go on from in another process is the resume token of the last progress.
func (c *Client) Watch(ctx context.Context, request *podnetv1.WatchRequest) iter.Seq2[WatchItem, error] {
	return func(yield func(WatchItem, error) bool) {
		w := watch{client: c, position: proto.CloneOf(request), yield: yield}
		if request.GetProgressInterval() == nil {
			w.position.ProgressInterval = durationpb.New(10 * time.Second)
		}
		for failures := 1; ; failures++ {
			err := w.once(ctx)
			if err == nil {
				return // the loop has ended
			}
			if ctx.Err() != nil || !w.recover(err) {
				yield(WatchItem{}, err)
				return
			}
			if w.done {
				return
			}
			if w.heard {
				failures = 1
			}
			sleep(ctx, backoffAfter(failures, err))
		}
	}
}

type watch struct {
	client   *Client
	position *podnetv1.WatchRequest // where to go on: with a token, or with a snapshot, due until it is complete
	yield    func(WatchItem, error) bool
	asked    bool // there was a connection since the last failure
	heard    bool // a frame came over it
	done     bool // the loop wants no more
}

// once watches over one connection, until it fails, or nil if the loop has ended.
func (w *watch) once(ctx context.Context) *Error {
	silence := silentIntervals * w.position.GetProgressInterval().AsDuration()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	timer := time.AfterFunc(silence, func() {
		cancel(local(codes.Unavailable, "no frame for %v", silence))
	})
	defer timer.Stop()
	w.heard = false
	frames, err := w.client.Services.Watch.Watch(ctx, w.position)
	w.asked = err == nil
	for err == nil {
		var frame *podnetv1.WatchResponse
		timer.Reset(silence)
		frame, err = frames.Recv()
		timer.Stop()
		w.heard = w.heard || err == nil
		if err == nil && !w.take(frame) {
			return nil
		}
	}
	if silent, ok := context.Cause(ctx).(*Error); ok {
		return silent
	}
	return typed(err)
}

// take yields a frame and moves the position; within a snapshot it stays, since a broken one begins anew.
func (w *watch) take(frame *podnetv1.WatchResponse) bool {
	switch frame := frame.GetFrame().(type) {
	case *podnetv1.WatchResponse_Opened:
		w.moveTo(frame.Opened.GetCursor())
	case *podnetv1.WatchResponse_Batch:
		for _, event := range frame.Batch.GetEvents() {
			if !w.yield(WatchItem{Event: event}, nil) {
				return false
			}
		}
		w.moveTo(frame.Batch.GetCursor())
	case *podnetv1.WatchResponse_Progress:
		w.position.IncludeSnapshot = w.position.IncludeSnapshot && !frame.Progress.GetSnapshotComplete()
		w.moveTo(frame.Progress.GetCursor())
		return w.yield(WatchItem{Progress: frame.Progress}, nil)
	}
	return true
}

func (w *watch) moveTo(cursor *podnetv1.Cursor) {
	if !w.position.IncludeSnapshot {
		w.position.ResumeToken = cursor.GetResumeToken()
	}
}

// recover sets the position from which to go on after an error, or says that the error stays. How much of a snapshot a
// connection brought does not count: one that breaks can take frames with it that had come.
func (w *watch) recover(err *Error) bool {
	switch {
	case err.Reason == podnetv1.ErrorReason_ERROR_REASON_REVISION_COMPACTED,
		err.Reason == podnetv1.ErrorReason_ERROR_REASON_STORE_CHANGED:
		w.position.ResumeToken, w.position.IncludeSnapshot, w.asked = "", true, true
	case err.Reason == podnetv1.ErrorReason_ERROR_REASON_WATCH_LAGGED:
		w.moveTo(&podnetv1.Cursor{ResumeToken: err.Metadata["resume_token"]})
	case err.Code != codes.Unavailable:
		return false
	}
	if w.position.IncludeSnapshot && w.asked {
		w.done = !w.yield(WatchItem{Resync: true}, nil)
	}
	return true
}
