// The Go client behind lines of JSON, for the vectors (tests/vectors/README.md). It calls the published client only.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"google.golang.org/genproto/googleapis/rpc/code"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	"github.com/podnet/podnet/sdk/go"
)

type object = map[string]any

type line struct {
	ID     json.RawMessage
	Op     string
	Client string
	Args   args
}

// args are those of all operations together.
type args struct {
	Target, Token, Style, Transport, Method, End, Watch, Parent, Shape, Prefix string
	Tokens, Kinds, Nodes                                                       []string
	Request                                                                    json.RawMessage
	Operations                                                                 []json.RawMessage
	Retries                                                                    *bool
	Limit, Events, Resyncs, Progress, Snapshots, Count                         int

	CAFile             string       `json:"ca_file"`
	CertFile           string       `json:"cert_file"`
	KeyFile            string       `json:"key_file"`
	ServerName         string       `json:"server_name"`
	TokenOverPlaintext bool         `json:"token_over_plaintext"`
	Deadline           milliseconds `json:"deadline_ms"`
	BatchDeadline      milliseconds `json:"batch_deadline_ms"`
	Timeout            milliseconds `json:"timeout_ms"`
	CancelAfter        milliseconds `json:"cancel_after_ms"`
	ResumeToken        string       `json:"resume_token"`
	IncludeSnapshot    bool         `json:"include_snapshot"`
	ProgressInterval   milliseconds `json:"progress_interval_ms"`
	InFlight           int          `json:"in_flight"`
	BatchSize          int          `json:"batch_size"`
}

type milliseconds int

func (m milliseconds) duration() time.Duration { return time.Duration(m) * time.Millisecond }

var clients sync.Map // by name

func main() {
	var output sync.Mutex
	var running sync.WaitGroup
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var line line
		must(json.Unmarshal(lines.Bytes(), &line))
		work := func() {
			text, err := json.Marshal(answer(line))
			must(err)
			output.Lock()
			defer output.Unlock()
			_, err = os.Stdout.Write(append(text, '\n'))
			must(err)
		}
		if line.Op == "connect" {
			work() // the lines after it may use the client
		} else {
			running.Go(work)
		}
	}
	must(lines.Err())
	running.Wait()
}

func answer(line line) object {
	done, err := run(line)
	switch {
	case errors.Is(err, errors.ErrUnsupported):
		return object{"id": line.ID, "unsupported": err.Error()}
	case err != nil:
		return object{"id": line.ID, "error": failure(err)}
	}
	return object{"id": line.ID, "ok": done}
}

func run(line line) (object, error) {
	found, _ := clients.Load(line.Client)
	client, _ := found.(*podnet.Client)
	switch line.Op {
	case "hello":
		return object{"language": "go", "version": podnet.Version, "styles": []string{"sync"}}, nil
	case "connect":
		client, err := connect(line.Args)
		clients.Store(line.Client, client)
		return object{}, err
	case "close":
		return object{}, client.Close()
	}
	if operation, known := operations[line.Op]; known {
		return operation(context.Background(), client, line.Args)
	}
	return nil, fmt.Errorf("operation %q: %w", line.Op, errors.ErrUnsupported)
}

func connect(args args) (*podnet.Client, error) {
	if args.Style == "async" || args.Transport == "grpc-web" {
		return nil, fmt.Errorf("style %q, transport %q: %w", args.Style, args.Transport, errors.ErrUnsupported)
	}
	options := podnet.Options{
		CA: args.CAFile, Cert: args.CertFile, Key: args.KeyFile, ServerName: args.ServerName,
		Token: args.Token, TokenOverPlaintext: args.TokenOverPlaintext,
		Deadline: args.Deadline.duration(), BatchDeadline: args.BatchDeadline.duration(),
		NoRetries: args.Retries != nil && !*args.Retries,
	}
	if len(args.Tokens) > 0 {
		options.TokenSource = inTurn(args.Tokens)
	}
	return podnet.Connect(args.Target, &options)
}

func inTurn(tokens []string) func(context.Context) (string, error) {
	var mutex sync.Mutex
	return func(context.Context) (string, error) {
		mutex.Lock()
		defer mutex.Unlock()
		token := tokens[0]
		if len(tokens) > 1 {
			tokens = tokens[1:]
		}
		return token, nil
	}
}

func failure(err error) object {
	var e *podnet.Error
	if !errors.As(err, &e) {
		return object{"code": "UNKNOWN", "class": fmt.Sprintf("%T", err), "message": err.Error()}
	}
	class := "PodnetError"
	for name, kind := range map[string]error{
		"PoolExhausted": podnet.ErrPoolExhausted, "Conflict": podnet.ErrConflict,
		"PreconditionFailed": podnet.ErrPreconditionFailed, "NotFound": podnet.ErrNotFound,
		"Unavailable": podnet.ErrUnavailable, "DeadlineExceeded": podnet.ErrDeadlineExceeded,
	} {
		if errors.Is(err, kind) {
			class = name
		}
	}
	failure := object{"code": code.Code(e.Code).String(), "class": class, "message": e.Message, "attempts": e.Attempts}
	add := func(name string, value any, known bool) {
		if known {
			failure[name] = value
		}
	}
	violations := []object{}
	for _, one := range e.Violations {
		violations = append(violations, object{"field": one.Field, "description": one.Description})
	}
	add("reason", e.ReasonText, e.ReasonText != "")
	add("metadata", e.Metadata, e.Metadata != nil)
	add("violations", violations, len(violations) > 0)
	add("retry_after_ms", e.RetryAfter.Milliseconds(), e.RetryAfter > 0)
	add("request_id", e.RequestID, e.RequestID != "")
	return failure
}

func read[M proto.Message](text json.RawMessage, message M) M {
	if len(text) > 0 {
		must(protojson.Unmarshal(text, message))
	}
	return message
}

func written(message proto.Message) json.RawMessage {
	text, err := protojson.Marshal(message)
	must(err)
	return text
}

// must ends the harness: the runner and it do not understand each other.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
