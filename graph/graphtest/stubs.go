package graphtest

import "testing"

func orderCases() []Case                   { return nil }
func pageCases() []Case                    { return nil }
func expandCases() []Case                  { return nil }
func throughCases() []Case                 { return nil }
func facetCases() []Case                   { return nil }
func searchCases() []Case                  { return nil }
func lookupCases() []Case                  { return nil }
func runGenerated(t *testing.T, open Open) {}
func runWriting(t *testing.T, open Open)   {}
func runPaths(t *testing.T, s *subject)    {}
func runInvalid(t *testing.T, s *subject)  {}
func runPaging(t *testing.T, s *subject)   {}
func runEnding(t *testing.T, s *subject)   {}
func runExport(t *testing.T, s *subject)   { s.sameGraph(t) }
