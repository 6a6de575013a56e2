package podnet_test

import (
	"bytes"
	"os"
	"reflect"
	"testing"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	"github.com/podnet/podnet/sdk/go"
)

func TestEveryServiceIsReachable(t *testing.T) {
	held := map[string]bool{}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[podnet.Client]()) {
		held[field.Type.Name()] = true
	}
	services := 0
	protoregistry.GlobalFiles.RangeFilesByPackage("podnet.v1", func(file protoreflect.FileDescriptor) bool {
		for i := range file.Services().Len() {
			service := file.Services().Get(i)
			services++
			if !held[string(service.Name())+"Client"] {
				t.Errorf("no field of Client is a %sClient", service.Name())
			}
		}
		return true
	})
	if services < 10 {
		t.Errorf("only %d services were looked at", services)
	}
}

func TestLicenceIsThatOfTheRepository(t *testing.T) {
	ours, err := os.ReadFile("LICENSE")
	check(t, err)
	theirs, err := os.ReadFile("../../LICENSE")
	if err == nil && !bytes.Equal(ours, theirs) {
		t.Error("LICENSE differs from the repository's")
	}
}
