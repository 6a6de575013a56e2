package podnet

import (
	"context"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
)

// List is a list of the contract as an iterator over all its items, in the server's order:
//
//	nodes := podnet.List(ctx, client.Cluster.ListNodes, request, (*podnetv1.ListNodesResponse).GetNodes)
//	for node, err := range nodes {
//
// A page is asked for when the one before it is used up; page_size says how large. An error ends the list.
func List[Request, Response proto.Message, Item any](
	ctx context.Context,
	call func(context.Context, Request, ...grpc.CallOption) (Response, error),
	request Request,
	items func(Response) []Item,
) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		var none Item
		for page, err := range Pages(ctx, call, request) {
			if err != nil {
				yield(none, err)
				return
			}
			for _, item := range items(page) {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}

// Pages is as [List], page by page, as the server cuts them.
func Pages[Request, Response proto.Message](
	ctx context.Context, call func(context.Context, Request, ...grpc.CallOption) (Response, error), request Request,
) iter.Seq2[Response, error] {
	return func(yield func(Response, error) bool) {
		for next := request; ; {
			page, err := call(ctx, next)
			if !yield(page, err) || err != nil {
				return
			}
			answer := page.ProtoReflect()
			token := answer.Get(answer.Descriptor().Fields().ByName("next_page_token")).String()
			if token == "" {
				return
			}
			next = with(request, request.ProtoReflect().Descriptor().Fields().ByName("page_token"), token)
		}
	}
}
