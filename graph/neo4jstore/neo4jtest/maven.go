package neo4jtest

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"
)

//go:embed pom.xml
var pom []byte

// folder names what is kept in the user's cache: the 215 jars, 130 MB.
const folder = "neo4j-5.26.16"

// maven gets the server's jars and runs them.
func maven(ctx context.Context) (Config, error) {
	if runtime.GOOS == "windows" {
		return Config{}, fmt.Errorf("the server's watchdog needs a Unix shell")
	}
	java, err := findJava(ctx)
	if err != nil {
		return Config{}, err
	}
	lib, err := jars(ctx)
	if err != nil {
		return Config{}, err
	}
	return run(ctx, java, lib)
}

var javaVersion = regexp.MustCompile(`version "(\d+)`)

// findJava returns the path of a Java that is new enough.
func findJava(ctx context.Context) (string, error) {
	java := "java"
	if home := os.Getenv("JAVA_HOME"); home != "" {
		java = filepath.Join(home, "bin", "java")
	}
	path, err := exec.LookPath(java)
	if err != nil {
		return "", fmt.Errorf("no java on the PATH")
	}
	out, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("java -version: %w", err)
	}
	m := javaVersion.FindSubmatch(out)
	if m == nil {
		return "", fmt.Errorf("java -version says %q", out)
	}
	if major, _ := strconv.Atoi(string(m[1])); major < 17 {
		return "", fmt.Errorf("java is version %d, older than 17", major)
	}
	return path, nil
}

// jars returns the folder of the server's jars, filled by Maven the first time.
// Test processes side by side wait for each other.
func jars(ctx context.Context) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "parley", folder)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	unlock, err := lockedfile.MutexAt(filepath.Join(dir, "lock")).Lock()
	if err != nil {
		return "", err
	}
	defer unlock()
	lib, done := filepath.Join(dir, "lib"), filepath.Join(dir, "pom.done.xml")
	if have, err := os.ReadFile(done); err == nil && bytes.Equal(have, pom) {
		return lib, nil
	}
	if err := copyJars(ctx, dir, lib); err != nil {
		return "", err
	}
	return lib, os.WriteFile(done, pom, 0o644)
}

func copyJars(ctx context.Context, dir, lib string) error {
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return fmt.Errorf("no mvn on the PATH")
	}
	if err := os.RemoveAll(lib); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "pom.xml"), pom, 0o644); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, mvn, "-q", "-B", "-Dstyle.color=never", "dependency:copy-dependencies", "-DoutputDirectory="+lib)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		line, _, _ := strings.Cut(string(out), "\n")
		return fmt.Errorf("mvn: %w: %s", err, line)
	}
	return nil
}
