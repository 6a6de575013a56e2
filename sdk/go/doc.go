// Package podnet is the Go client of podnet, the address, route and flow plane of AKS-style cluster networks: a thin
// layer over generated code.
//
//	client, err := podnet.Connect("http://127.0.0.1:7443", nil)
//	answer, err := client.Ipam.AllocateAddress(ctx, &podnetv1.AllocateAddressRequest{ … })
//
// Every RPC is a method of a generated client in [Client]; settings are [Options]. [List] is an iterator over all pages of a
// list, [Client.Watch] one that reconnects and resumes, [Client.Hold] allocates for a scope, and [Client.StreamAddresses]
// runs many operations over one stream.
//
// The layer adds what a good caller does anyway: a deadline that covers all attempts (10 s, batches 30 s, streams none,
// unless the context has one), retries that follow the reason of an error, one request id for each logical call, and
// errors of one type, [Error]. It checks nothing that the server checks. The generated types are in package podnetv1.
package podnet
