package neo4jtest

import (
	"context"
	"fmt"
	"os"
)

// The variables that name a server to test with. The user defaults to neo4j.
const (
	envURI      = "PARLEY_TEST_NEO4J_URI"
	envUsername = "PARLEY_TEST_NEO4J_USERNAME"
	envPassword = "PARLEY_TEST_NEO4J_PASSWORD"
)

// start finds or starts a server and marks its database as the tests'.
func start(ctx context.Context) (Config, error) {
	c, err := find(ctx)
	if err != nil {
		return c, err
	}
	if err := claim(ctx, c); err != nil {
		return c, fmt.Errorf("%s: %w", c.URI, err)
	}
	return c, nil
}

// find tries the three ways in turn. Its error has a reason for each.
func find(ctx context.Context) (Config, error) {
	if os.Getenv(envURI) != "" {
		return named(ctx)
	}
	c, noDocker := docker(ctx)
	if noDocker == nil {
		return c, nil
	}
	c, noMaven := maven(ctx)
	if noMaven == nil {
		return c, nil
	}
	return c, fmt.Errorf("no Docker (%w), no Maven and Java (%w)", noDocker, noMaven)
}
