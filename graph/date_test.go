package graph

import (
	"errors"
	"testing"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]Interval{
		"2025":       {"2025-01-01", "2025-12-31"},
		"2025-08":    {"2025-08-01", "2025-08-31"},
		"2024-02":    {"2024-02-01", "2024-02-29"},
		"2025-08-15": {"2025-08-15", "2025-08-15"},
		"9999":       {"9999-01-01", "9999-12-31"},
	} {
		if got, err := ParseDate(in); err != nil || got != want {
			t.Errorf("ParseDate(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "25", "2025-13", "2025-02-30", "2025-8", "2025/08/01", "0000", "-001", "2025-08-15T00:00:00Z", "２０２５"} {
		if _, err := ParseDate(in); !errors.Is(err, ErrInvalid) {
			t.Errorf("ParseDate(%q) gives %v, want ErrInvalid", in, err)
		}
	}
}
