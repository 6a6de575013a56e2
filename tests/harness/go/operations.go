package main

import (
	"context"
	"encoding/json"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/podnet/podnet/sdk/go"
	"github.com/podnet/podnet/sdk/go/examples/load/generator"
	pb "github.com/podnet/podnet/sdk/go/podnet/v1"
)

var operations = map[string]func(context.Context, *podnet.Client, args) (object, error){
	"call": call, "list": list, "hold": hold, "stream": stream, "load": load,
	"watch": watch, "watch_start": watchStart, "watch_next": watchNext, "watch_stop": watchStop,
}

func call(ctx context.Context, client *podnet.Client, args args) (object, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if args.CancelAfter > 0 {
		defer time.AfterFunc(args.CancelAfter.duration(), cancel).Stop()
	}
	if args.Timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, args.Timeout.duration())
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
	pages, all := 0, []json.RawMessage{}
	fetch := func(ctx context.Context, request proto.Message, _ ...grpc.CallOption) (proto.Message, error) {
		_, response := messages(args.Method)
		return response, client.Invoke(ctx, "/"+args.Method, request, response)
	}
	items := func(page proto.Message) (items []json.RawMessage) {
		pages++
		message := page.ProtoReflect()
		list := message.Get(message.Descriptor().Fields().ByNumber(1)).List()
		for i := range list.Len() {
			items = append(items, written(list.Get(i).Message().Interface()))
		}
		return items
	}
	request, _ := messages(args.Method)
	for item, err := range podnet.List(ctx, fetch, read(args.Request, request), items) {
		if err != nil {
			return nil, err
		}
		if all = append(all, item); len(all) == args.Limit {
			break
		}
	}
	return object{"items": all, "pages": pages}, nil
}

// load is that of the client's example.
func load(ctx context.Context, client *podnet.Client, args args) (object, error) {
	begin := time.Now()
	load := generator.Load{
		Client: client, Cluster: args.Parent, Nodes: args.Nodes, Prefix: args.Prefix,
		InFlight: args.InFlight, BatchSize: args.BatchSize,
	}
	err := load.Run(ctx, args.Shape, args.Count)
	return object{"seconds": time.Since(begin).Seconds(), "operations": args.Count}, err
}

func hold(ctx context.Context, client *podnet.Client, args args) (_ object, err error) {
	held, release, err := client.Hold(ctx, read(args.Request, &pb.AllocateAddressRequest{}))
	if err != nil {
		return nil, err
	}
	defer func() { err = release() }()
	if args.End == "keep" {
		held.Keep()
	}
	return object{"allocation": written(held.Allocation)}, nil
}

func stream(ctx context.Context, client *podnet.Client, args args) (object, error) {
	requests := make([]*pb.StreamAddressesRequest, len(args.Operations))
	for i, text := range args.Operations {
		requests[i] = read(text, &pb.StreamAddressesRequest{})
	}
	results := make([]json.RawMessage, len(requests))
	for answer, err := range client.StreamAddresses(ctx, slices.Values(requests)) {
		if err != nil {
			return nil, err
		}
		results[answer.GetCorrelationId()-1] = written(answer)
	}
	return object{"results": results}, nil
}

// openWatch is a watch between two reads.
type openWatch struct {
	next func() (podnet.WatchItem, error, bool)
	stop func()
}

var watches sync.Map // by name

func open(ctx context.Context, client *podnet.Client, args args) openWatch {
	request := &pb.WatchRequest{Parent: args.Parent, ResumeToken: args.ResumeToken, IncludeSnapshot: args.IncludeSnapshot}
	if args.ProgressInterval > 0 {
		request.ProgressInterval = durationpb.New(args.ProgressInterval.duration())
	}
	for _, kind := range args.Kinds {
		request.Kinds = append(request.Kinds, pb.ResourceKind(pb.ResourceKind_value[kind]))
	}
	next, stop := iter.Pull2(client.Watch(ctx, request))
	return openWatch{next, stop}
}

// read takes items until there are as many of each kind as asked for.
func (w openWatch) read(args args) (object, error) {
	items := []object{}
	for args.Events > 0 || args.Resyncs > 0 || args.Progress > 0 || args.Snapshots > 0 {
		item, err, more := w.next()
		switch {
		case !more || err != nil:
			return object{"items": items}, err
		case item.Event != nil:
			args.Events--
			items = append(items, object{"event": written(item.Event)})
		case item.Resync:
			args.Resyncs--
			items = append(items, object{"resync": object{}})
		default:
			args.Progress--
			if item.Progress.GetSnapshotComplete() {
				args.Snapshots--
			}
			items = append(items, object{"progress": written(item.Progress)})
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
	return w.(openWatch).read(args)
}

func watchStop(_ context.Context, _ *podnet.Client, args args) (object, error) {
	w, _ := watches.LoadAndDelete(args.Watch)
	w.(openWatch).stop()
	return object{}, nil
}
