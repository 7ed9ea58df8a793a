package graph

import (
	"fmt"
	"time"
)

// Interval is the days that a partial date may mean, both ends included, each
// as YYYY-MM-DD. Such strings sort as their days do.
type Interval struct {
	First string
	Last  string
}

// ParseDate reads a partial ISO date, "2025", "2025-08" or "2025-08-15", and
// returns the interval it means. The error is ErrInvalid, and says why, for
// anything else, impossible days ("2025-02-30") included. Years run from 0001
// to 9999.
func ParseDate(s string) (Interval, error) {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if len(s) != len(layout) {
			continue
		}
		first, err := time.Parse(layout, s)
		if err != nil || first.Year() < 1 {
			break
		}
		return Interval{first.Format(time.DateOnly), lastDay(first, layout).Format(time.DateOnly)}, nil
	}
	return Interval{}, fmt.Errorf("%w: %q is not a date: write YYYY, YYYY-MM or YYYY-MM-DD", ErrInvalid, s)
}

// lastDay returns the last day of the year, month or day that begins at first.
func lastDay(first time.Time, layout string) time.Time {
	switch len(layout) {
	case 4:
		return first.AddDate(1, 0, -1)
	case 7:
		return first.AddDate(0, 1, -1)
	}
	return first
}
