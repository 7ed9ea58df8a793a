package read

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// finish emits a document, or the reason why it is none: no text, a NUL, an
// impossible date, another language. line is 0 for a document of its own file.
func (r *reader) finish(file string, line int, d Document) bool {
	if strings.IndexByte(d.Text, 0) >= 0 {
		return r.skip(file, line, notText+": it has NUL characters")
	}
	d.Text = paragraphs(d.Text)
	if d.Text == "" {
		return r.skip(file, line, "has no text")
	}
	day, reason := r.day(d.Published)
	if reason != "" {
		return r.skip(file, line, reason)
	}
	d.Published = day
	d.Title = oneLine(d.Title)
	d.Publisher = oneLine(d.Publisher)
	d.URL = strings.TrimSpace(d.URL)
	if lang := foreign(d.Text); lang != "" && !r.opt.ForceLanguage {
		return r.skip(file, line, "seems to be in "+lang+"; Parley reads English (--any-language reads it all the same)")
	}
	return r.yield(Item{Doc: &d})
}

// oneLine puts single spaces between words.
func oneLine(s string) string { return strings.Join(strings.Fields(strings.Map(dropControl, s)), " ") }

// dayLayouts are the ways of writing a date of publication that are
// understood; what follows the day (time, zone) is ignored, and the day is
// taken as written, not moved to another zone.
var dayLayouts = []string{
	time.DateOnly, time.RFC3339, "2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02T15:04:05-0700", "2006-01-02T15:04:05Z0700",
	time.DateTime, "2006-01-02 15:04", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -0700 MST", "2006-01-02 15:04:05 MST",
	"2006/01/02", "20060102",
	"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Monday, January 2, 2006", "Monday, 2 January 2006",
	time.RFC1123, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", time.RFC850, time.ANSIC, time.UnixDate,
}

// day gives a date of publication as YYYY-MM-DD, or the reason why it is none.
func (r *reader) day(published string) (string, string) {
	published = oneLine(published)
	if published == "" {
		return r.opt.Published, ""
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, published); err == nil && t.Year() > 0 {
			return t.Format(time.DateOnly), ""
		}
	}
	return "", fmt.Sprintf("its date of publication %q is not a day that exists: write it as YYYY-MM-DD", shorten(published))
}

// shorten cuts a user's text that is quoted in a message.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= 40 {
		return s
	}
	return string([]rune(s)[:40]) + "…"
}

func isDay(s string) bool {
	t, err := time.Parse(time.DateOnly, s)
	return err == nil && t.Year() > 0
}
