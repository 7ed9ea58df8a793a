package graphtest

import "testing"

func runGenerated(t *testing.T, open Open) {}
func runWriting(t *testing.T, open Open)   {}
