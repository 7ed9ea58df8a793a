package read

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// stdinName is the path that stands for standard input.
const stdinName = "-"

// lookUp says what is wrong with a path before anything is read.
func lookUp(p string) error {
	switch {
	case p == "":
		return errors.New("a path is empty: name a file, a folder, an address or -")
	case p == stdinName || isAddress(p):
		return nil
	}
	_, err := os.Stat(p)
	if errors.Is(err, fs.ErrNotExist) {
		if _, link := os.Lstat(p); link == nil {
			return nil // a link that leads nowhere: reading it says so
		}
		return fmt.Errorf("there is no file or folder %q", p)
	}
	return nil
}

// isAddress tells whether a path is a web page's.
func isAddress(p string) bool {
	u, err := url.Parse(p)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// path reads one path of the command line.
func (r *reader) path(p string) bool {
	if !r.alive() {
		return false
	}
	switch {
	case p == stdinName:
		return r.stdin()
	case isAddress(p):
		return r.page(p)
	}
	name := filepath.ToSlash(p)
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return r.skip(name, 0, plainError(err))
	case info.IsDir():
		return r.folder(path.Clean(name))
	}
	return r.file(name, info, true)
}

// folder reads a folder's files and folders in the order of their names.
func (r *reader) folder(dir string) bool {
	entries, err := os.ReadDir(filepath.FromSlash(dir))
	if err != nil {
		return r.skip(dir, 0, plainError(err))
	}
	for _, e := range entries {
		if !r.alive() {
			return false
		}
		if !strings.HasPrefix(e.Name(), ".") && !r.entry(path.Join(dir, e.Name()), e) {
			return false
		}
	}
	return true
}

// entry reads what a folder holds under one name. Links to folders aren't
// followed: they may lead in a circle.
func (r *reader) entry(name string, e fs.DirEntry) bool {
	if e.IsDir() {
		return r.folder(name)
	}
	info, err := os.Stat(filepath.FromSlash(name))
	switch {
	case err != nil:
		return r.skip(name, 0, plainError(err))
	case info.IsDir():
		return r.skip(name, 0, "is a link to a folder, which is not followed: name the folder itself")
	case !info.Mode().IsRegular():
		return r.skip(name, 0, "is not a file but a device, socket or pipe")
	}
	return r.file(name, info, false)
}

// plainError is the reason of an error about a file, without its name.
func plainError(err error) string {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "can't be read: permission denied"
	case errors.Is(err, fs.ErrNotExist):
		return "can't be read: it isn't there (any more), or is a link that leads nowhere"
	case errors.As(err, &pe):
		return "can't be read: " + pe.Err.Error()
	}
	return "can't be read: " + err.Error()
}
