package podnet

import (
	"context"
	"iter"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/types/known/durationpb"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// A connection that is silent for so many progress intervals is taken for lost.
const silentIntervals = 3

// WatchOptions says what to watch.
type WatchOptions struct {
	// Parent: only resources at or below this name. Empty: all.
	Parent string
	// Kinds: only these. Empty: all.
	Kinds []podnetv1.ResourceKind
	// ResumeToken is that of a cursor to continue after. Empty: from the latest revision.
	ResumeToken string
	// IncludeSnapshot begins with what is there. Not together with ResumeToken.
	IncludeSnapshot bool
	// IncludePrevious puts the resource before the change into each event.
	IncludePrevious bool
	// ProgressInterval is the longest time between two frames of the server, 1 s to 10 min. 0: 10 s.
	ProgressInterval time.Duration
}

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
//	for item, err := range client.Watch(ctx, podnet.WatchOptions{Parent: "clusters/prod", IncludeSnapshot: true}) {
//
// Lost connections are made again and resumed, so each event comes at least once: drop repeated ones by their
// revision. The position to go on from in another process is the resume token of the last progress.
func (c *Client) Watch(ctx context.Context, options WatchOptions) iter.Seq2[WatchItem, error] {
	if options.ProgressInterval == 0 {
		options.ProgressInterval = 10 * time.Second
	}
	return func(yield func(WatchItem, error) bool) {
		w := watch{
			client: c, options: options, yield: yield,
			position: options.ResumeToken, snapshot: options.IncludeSnapshot,
		}
		for failures := 1; ; failures++ {
			asked, err := w.once(ctx)
			if err == nil {
				return // the loop has ended
			}
			if ctx.Err() != nil || !w.recover(err, asked) {
				yield(WatchItem{}, err)
				return
			}
			if w.done {
				return
			}
			if w.heard {
				failures, w.heard = 1, false
			}
			sleep(ctx, reconnect.wait(failures, err))
		}
	}
}

type watch struct {
	client   *Client
	options  WatchOptions
	yield    func(WatchItem, error) bool
	position string
	snapshot bool // one is due, or under way
	heard    bool // a frame came since the last failure
	done     bool // the loop wants no more
}

// once watches over one connection, until it fails, or nil if the loop has ended; asked: there was one. How much of a
// snapshot it brought does not count: a connection that breaks can take frames with it that had come.
func (w *watch) once(ctx context.Context) (asked bool, _ *Error) {
	silence := silentIntervals * w.options.ProgressInterval
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	timer := time.AfterFunc(silence, func() {
		cancel(local(codes.Unavailable, "no frame for %v", silence))
	})
	defer timer.Stop()
	request := &podnetv1.WatchRequest{
		Parent: w.options.Parent, Kinds: w.options.Kinds, ResumeToken: w.position,
		IncludeSnapshot: w.snapshot, IncludePrevious: w.options.IncludePrevious,
		ProgressInterval: durationpb.New(w.options.ProgressInterval),
	}
	frames, err := w.client.Watcher.Watch(ctx, request)
	if err != nil {
		return false, lost(ctx, err)
	}
	for {
		timer.Reset(silence)
		frame, err := frames.Recv()
		timer.Stop()
		if err != nil {
			return true, lost(ctx, err)
		}
		w.heard = true
		if !w.take(frame) {
			return true, nil
		}
	}
}

// lost is the error of a connection: the silence, if that ended it.
func lost(ctx context.Context, err error) *Error {
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
		w.snapshot = w.snapshot && !frame.Progress.GetSnapshotComplete()
		w.moveTo(frame.Progress.GetCursor())
		return w.yield(WatchItem{Progress: frame.Progress}, nil)
	}
	return true
}

func (w *watch) moveTo(cursor *podnetv1.Cursor) {
	if !w.snapshot {
		w.position = cursor.GetResumeToken()
	}
}

// recover sets the position from which to go on after an error, or says that the error stays.
func (w *watch) recover(err *Error, asked bool) bool {
	switch {
	case err.Reason == podnetv1.ErrorReason_ERROR_REASON_REVISION_COMPACTED,
		err.Reason == podnetv1.ErrorReason_ERROR_REASON_STORE_CHANGED:
		w.position, w.snapshot, asked = "", true, true
	case err.Reason == podnetv1.ErrorReason_ERROR_REASON_WATCH_LAGGED:
		if token := err.Metadata["resume_token"]; !w.snapshot && token != "" {
			w.position = token
		}
	case err.Code != codes.Unavailable:
		return false
	}
	if w.snapshot && asked {
		w.done = !w.yield(WatchItem{Resync: true}, nil)
	}
	return true
}
