package read

import (
	"os"
	"runtime"
	"slices"
	"syscall"
	"testing"
)

// TestPermissionDenied reads as a user without rights; root, who may read
// everything, becomes nobody for the file system.
func TestPermissionDenied(t *testing.T) {
	inFolder(t, map[string]string{"in/a.txt": "One met two.", "in/b.txt": "Three met four.", "in/shut/c.txt": "Five met six."})
	for _, p := range []string{"in/a.txt", "in/shut"} {
		if err := os.Chmod(p, 0); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod("in/shut", 0o755) })
	if os.Getuid() == 0 {
		open(t)
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		const nobody = 65534
		if err := syscall.Setfsuid(nobody); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = syscall.Setfsuid(0) }()
	}
	got := collect(t, Options{}, "in")
	want := []string{"in/a.txt: can't be read: permission denied", "in/shut: can't be read: permission denied"}
	if !slices.Equal(got.Skips, want) || len(got.Docs) != 1 {
		t.Errorf("got %+v, want one document and %q", got, want)
	}
}

// open lets everybody into the test's folders.
func open(t *testing.T) {
	t.Helper()
	for _, p := range []string{"..", "."} {
		if err := os.Chmod(p, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}
