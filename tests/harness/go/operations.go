package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	"github.com/podnet/podnet/sdk/go"
	pb "github.com/podnet/podnet/sdk/go/podnet/v1"
)

func call(ctx context.Context, client *podnet.Client, args args) (object, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if args.CancelAfter > 0 {
		defer time.AfterFunc(milliseconds(args.CancelAfter), cancel).Stop()
	}
	if args.Timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, milliseconds(args.Timeout))
		defer cancel()
	}
	request, response := messages(args.Method)
	err := client.Invoke(ctx, "/"+args.Method, read(args.Request, request), response)
	return object{"response": written(response)}, err
}

// messages are empty ones of a method, as "podnet.v1.IpamService/AllocateAddress".
func messages(method string) (request, response proto.Message) {
	found, err := protoregistry.GlobalFiles.FindDescriptorByName(
		protoreflect.FullName(strings.ReplaceAll(method, "/", ".")))
	must(err)
	of := func(descriptor protoreflect.MessageDescriptor) proto.Message {
		kind, err := protoregistry.GlobalTypes.FindMessageByName(descriptor.FullName())
		must(err)
		return kind.New().Interface()
	}
	descriptor := found.(protoreflect.MethodDescriptor)
	return of(descriptor.Input()), of(descriptor.Output())
}

func list(ctx context.Context, client *podnet.Client, args args) (object, error) {
	var pages atomic.Int64
	ctx = context.WithValue(ctx, pagesKey{}, &pages)
	request, _ := messages(args.Method)
	method := reflect.ValueOf(client).MethodByName(path.Base(args.Method))
	if !method.IsValid() {
		return nil, fmt.Errorf("list %s: %w", args.Method, errors.ErrUnsupported)
	}
	request = read(args.Request, request)
	items := []json.RawMessage{}
	for item, failed := range method.Call([]reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(request)})[0].Seq2() {
		if err, ok := failed.Interface().(error); ok {
			return nil, err
		}
		items = append(items, written(item.Interface().(proto.Message)))
		if len(items) == args.Limit {
			break
		}
	}
	return object{"items": items, "pages": pages.Load()}, nil
}

func hold(ctx context.Context, client *podnet.Client, args args) (object, error) {
	held, release, err := client.Hold(ctx, read(args.Request, &pb.AllocateAddressRequest{}))
	if err != nil {
		return nil, err
	}
	scope := func() (err error) {
		defer func() { err = errors.Join(err, release()) }()
		switch args.End {
		case "keep":
			held.Keep()
		case "error":
			return errors.New("the scope ends by an error")
		}
		return nil
	}
	var released *podnet.Error
	if err := scope(); errors.As(err, &released) {
		return nil, released
	}
	return object{"allocation": written(held.Allocation)}, nil
}

func stream(ctx context.Context, client *podnet.Client, args args) (object, error) {
	operations := make([]*pb.StreamAddressesRequest, len(args.Operations))
	for i, text := range args.Operations {
		operations[i] = read(text, &pb.StreamAddressesRequest{})
	}
	results := make([]json.RawMessage, len(operations))
	for answer, err := range client.StreamAddresses(ctx, slices.Values(operations)) {
		if err != nil {
			return nil, err
		}
		results[answer.GetCorrelationId()-1] = written(answer)
	}
	return object{"results": results}, nil
}

// openWatch is a watch between two reads.
type openWatch struct {
	items chan podnet.WatchItem
	err   error // after items is closed
	stop  context.CancelFunc
}

var watches sync.Map // by name

// open starts a watch, and returns when the server has it, or has refused it.
func open(ctx context.Context, client *podnet.Client, args args) *openWatch {
	options := podnet.WatchOptions{Parent: args.Parent, ResumeToken: args.ResumeToken,
		IncludeSnapshot: args.IncludeSnapshot, ProgressInterval: milliseconds(args.ProgressInterval)}
	for _, kind := range args.Kinds {
		options.Kinds = append(options.Kinds, pb.ResourceKind(pb.ResourceKind_value[kind]))
	}
	ctx, cancel := context.WithCancel(ctx)
	there, opened := context.WithCancel(context.WithValue(ctx, openedKey{}, context.CancelFunc(nil)))
	ctx = context.WithValue(ctx, openedKey{}, opened)
	w := &openWatch{items: make(chan podnet.WatchItem), stop: cancel}
	go func() {
		defer opened()
		defer close(w.items)
		for item, err := range client.Watch(ctx, options) {
			if w.err = err; err != nil {
				return
			}
			select {
			case w.items <- item:
			case <-ctx.Done():
				return
			}
		}
	}()
	<-there.Done()
	return w
}

// read takes items until there are as many of each kind as asked for.
func (w *openWatch) read(args args) (object, error) {
	items := []object{}
	for args.Events > 0 || args.Resyncs > 0 || args.Progress > 0 || args.Snapshots > 0 {
		item, more := <-w.items
		switch {
		case !more:
			return object{"items": items}, w.err
		case item.Event != nil:
			args.Events--
			items = append(items, object{"event": written(item.Event)})
		case item.Progress != nil:
			args.Progress--
			if item.Progress.GetSnapshotComplete() {
				args.Snapshots--
			}
			items = append(items, object{"progress": written(item.Progress)})
		case item.Resync:
			args.Resyncs--
			items = append(items, object{"resync": object{}})
		}
	}
	return object{"items": items}, nil
}

func watch(ctx context.Context, client *podnet.Client, args args) (object, error) {
	w := open(ctx, client, args)
	defer w.stop()
	return w.read(args)
}

func watchStart(ctx context.Context, client *podnet.Client, args args) (object, error) {
	watches.Store(args.Watch, open(ctx, client, args))
	return object{}, nil
}

func watchNext(_ context.Context, _ *podnet.Client, args args) (object, error) {
	w, _ := watches.Load(args.Watch)
	return w.(*openWatch).read(args)
}

func watchStop(_ context.Context, _ *podnet.Client, args args) (object, error) {
	w, _ := watches.LoadAndDelete(args.Watch)
	w.(*openWatch).stop()
	return object{}, nil
}

type (
	pagesKey  struct{}
	openedKey struct{}
)

// observe sees what the client does not tell: how many pages a list has fetched, and that a watch is there.
func observe() podnet.Option {
	unary := func(ctx context.Context, method string, request, response any, conn *grpc.ClientConn,
		invoke grpc.UnaryInvoker, options ...grpc.CallOption) error {
		err := invoke(ctx, method, request, response, conn, options...)
		if pages, ok := ctx.Value(pagesKey{}).(*atomic.Int64); ok && err == nil {
			pages.Add(1)
		}
		return err
	}
	streaming := func(ctx context.Context, description *grpc.StreamDesc, conn *grpc.ClientConn, method string,
		open grpc.Streamer, options ...grpc.CallOption) (grpc.ClientStream, error) {
		stream, err := open(ctx, description, conn, method, options...)
		opened, ok := ctx.Value(openedKey{}).(context.CancelFunc)
		if err != nil || !ok {
			return stream, err
		}
		return observed{stream, opened}, nil
	}
	return podnet.WithDialOptions(grpc.WithChainUnaryInterceptor(unary), grpc.WithChainStreamInterceptor(streaming))
}

type observed struct {
	grpc.ClientStream
	opened context.CancelFunc
}

func (o observed) RecvMsg(message any) error {
	defer o.opened()
	return o.ClientStream.RecvMsg(message)
}
