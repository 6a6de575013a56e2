package podnet_test

import (
	"archive/zip"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/podnet/podnet/sdk/go"
)

const module = "github.com/podnet/podnet/sdk/go"

// The module is published to a proxy of files; an empty project takes it from there and runs what the README shows.
func TestReadmeInAnEmptyProject(t *testing.T) {
	address := server(t)
	setting := func(name string) string { return strings.TrimSpace(output(t, "", ".", "go", "env", name)) }
	proxies := []string{"file://" + publish(t), "file://" + setting("GOMODCACHE") + "/cache/download", setting("GOPROXY")}
	t.Setenv("GOPROXY", strings.Join(proxies, ","))
	t.Setenv("GONOSUMDB", module)
	// A cache of its own: in the user's, this version would stay as it is now.
	t.Setenv("GOMODCACHE", t.TempDir())
	t.Setenv("GOFLAGS", "-mod=mod -modcacherw -trimpath")
	project := t.TempDir()
	readme, err := os.ReadFile("README.md")
	check(t, err)
	_, rest, _ := strings.Cut(string(readme), "```go\n")
	program, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("the README has no example in Go")
	}
	check(t, os.WriteFile(filepath.Join(project, "main.go"), []byte(program), 0o600))
	output(t, "", project, "go", "mod", "init", "example.com/empty")
	output(t, "", project, "go", "get", module+"@v"+podnet.Version)
	if printed := output(t, address, project, "go", "run", "."); printed != "the pod has 10.244.0.2\n" {
		t.Errorf("the example printed %q", printed)
	}
}

// publish makes a proxy with this module at its version, as its tag would.
func publish(t *testing.T) string {
	t.Helper()
	proxy := t.TempDir()
	version := "v" + podnet.Version
	folder := filepath.Join(proxy, module, "@v")
	check(t, os.MkdirAll(folder, 0o700))
	manifest, err := os.ReadFile("go.mod")
	check(t, err)
	write := func(name string, content []byte) {
		check(t, os.WriteFile(filepath.Join(folder, version+name), content, 0o600))
	}
	write(".mod", manifest)
	write(".info", []byte(`{"Version": "`+version+`"}`))
	file, err := os.Create(filepath.Join(folder, version+".zip"))
	check(t, err)
	archive := zip.NewWriter(file)
	check(t, filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		part, err := archive.Create(module + "@" + version + "/" + filepath.ToSlash(path))
		if err != nil {
			return err
		}
		_, err = part.Write(content)
		return err
	}))
	check(t, archive.Close())
	check(t, file.Close())
	return proxy
}
