package neo4jtest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/log"
	"github.com/testcontainers/testcontainers-go/wait"
)

// image is what runs in Docker, the release of pom.xml.
const image = "neo4j:5.26-community"

// probeLimit is how long a Docker engine may take to say that it is there.
const probeLimit = 3 * time.Second

// docker starts a container. Testcontainers' reaper removes it when the test
// process is gone.
func docker(ctx context.Context) (Config, error) {
	c := Config{Username: "neo4j", Password: password()}
	if err := probe(ctx); err != nil {
		return c, err
	}
	container, err := testcontainers.Run(ctx, image,
		testcontainers.WithLogger(quiet{}),
		testcontainers.WithExposedPorts("7687/tcp", "7474/tcp"),
		testcontainers.WithEnv(map[string]string{
			"NEO4J_AUTH":                                      c.Username + "/" + c.Password,
			"NEO4J_dbms_usage__report_enabled":                "false",
			"NEO4J_server_memory_heap_max__size":              "1G",
			"NEO4J_dbms_security_auth__max__failed__attempts": "0",
		}),
		testcontainers.WithWaitStrategyAndDeadline(startLimit, wait.ForLog("Bolt enabled on"), wait.ForListeningPort("7687/tcp")))
	if err != nil {
		return c, firstLine(err)
	}
	if c.URI, err = container.PortEndpoint(ctx, "7687/tcp", "bolt"); err != nil {
		return c, err
	}
	c.HTTP, err = container.PortEndpoint(ctx, "7474/tcp", "http")
	return c, err
}

// probe asks whether an engine answers. Testcontainers panics where it finds
// no address of one.
func probe(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, probeLimit)
	defer cancel()
	answer := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				answer <- fmt.Errorf("no engine found")
			}
		}()
		p, err := testcontainers.NewDockerProvider(testcontainers.WithLogger(quiet{}))
		if err == nil {
			defer p.Close()
			err = p.Health(ctx)
		}
		answer <- err
	}()
	select {
	case err := <-answer:
		return firstLine(err)
	case <-ctx.Done():
		return fmt.Errorf("no engine answers within %s", probeLimit)
	}
}

// firstLine cuts an error's text, which may quote a whole log.
func firstLine(err error) error {
	if err == nil {
		return nil
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	return fmt.Errorf("%s", line)
}

// quiet swallows Testcontainers' log.
type quiet struct{}

var _ log.Logger = quiet{}

// Printf writes nothing.
func (quiet) Printf(string, ...any) {}

// password makes one for a server of our own. It guards nothing but has to be
// right, so that tests can check a wrong one.
func password() string { return fmt.Sprintf("parley-test-%d", os.Getpid()) }
