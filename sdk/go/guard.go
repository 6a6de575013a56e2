package podnet

import (
	"context"
	"errors"
	"sync"

	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// Held is an allocation that ends with its scope.
type Held struct {
	*podnetv1.Allocation
	kept bool
}

// Keep takes the allocation out of its scope: release does nothing any more.
func (h *Held) Keep() {
	h.kept = true
}

// Hold allocates addresses for a scope:
//
//	held, release, err := client.Hold(ctx, request)
//	if err != nil {
//		return err
//	}
//	defer release()
//
// release gives back exactly this allocation, also after ctx has ended, with the deadline of a unary call; a second
// call does nothing more. That the allocation is gone already is no error; that it changed since is ([ErrConflict]). A
// process that dies leaves the allocation to the node's sweep. After an error, held is nil and release does nothing.
func (c *Client) Hold(
	ctx context.Context, request *podnetv1.AllocateAddressRequest,
) (held *Held, release func() error, err error) {
	response, err := c.Ipam.AllocateAddress(ctx, request)
	if err != nil {
		return nil, func() error { return nil }, err
	}
	held = &Held{Allocation: response.GetAllocation()}
	release = sync.OnceValue(func() error {
		if held.kept {
			return nil
		}
		_, err := c.Ipam.ReleaseAddress(context.WithoutCancel(ctx), &podnetv1.ReleaseAddressRequest{
			Name: held.GetName(),
			Etag: held.GetMeta().GetEtag(),
		})
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		return err
	})
	return held, release, nil
}
