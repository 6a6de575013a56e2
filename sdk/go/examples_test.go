package podnet_test

import (
	"regexp"
	"testing"
)

func TestExamples(t *testing.T) {
	address := server(t)
	for _, example := range []struct {
		command []string
		prints  string
	}{
		{[]string{"./examples/allocate", "-pod", "web-7"}, `^web-7 has 10\.244\.0\.\d+/24\n$`},
		{[]string{"./examples/routes"}, `^WATCH_EVENT_TYPE_ADDED 10\.244\.0\.0/24 -> 10\.240\.0\.4\n.*10\.240\.0\.5\n2 routes\n$`},
		{[]string{"./examples/trace", "-from", "10.240.0.4", "-to", "10.240.0.5"}, `^VERDICT_REACHABLE\nVERDICT_REACHABLE\n  STEP_KIND_START_FROM_NODE `},
		{[]string{"./examples/load", "-count", "20"}, `^empty +\d+ .*\nunary +\d+ .*\nbatch +\d+ .*\nstream +\d+ .*\n$`},
	} {
		printed := output(t, address, ".", append([]string{"go", "run"}, example.command...)...)
		if !regexp.MustCompile(example.prints).MatchString(printed) {
			t.Errorf("%v printed\n%s, not %s", example.command, printed, example.prints)
		}
	}
}
