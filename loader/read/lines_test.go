package read

import "testing"

func TestParagraphs(t *testing.T) {
	long := "This paragraph stands on one line and is longer than any line that was broken to fit into a page's width would be."
	for in, want := range map[string]string{
		"a\r\nb\rc":                 "a\nb\nc",
		"\n\n one \t\n\n\n\n two\n": "one\n\ntwo",
		"The ministers of the two countries met in\nGeneva on Tuesday and then agreed on a\ntruce.": "The ministers of the two countries met in Geneva on Tuesday and then agreed on a truce.",
		long + "\nGeneva\nTalks":                                  long + "\nGeneva\nTalks",
		"They want these things:\n- peace in our time ok\n- more": "They want these things:\n- peace in our time ok\n- more",
		"Title\nA short line that goes on here":                   "Title\nA short line that goes on here",
		"bell\aand\ttab \ufeffmark":                               "belland tab mark",
	} {
		if got := paragraphs(in); got != want {
			t.Errorf("paragraphs(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	r := &reader{}
	for in, want := range map[string]string{
		"2025-08-16": "2025-08-16", "2025-08-16T23:30:00-05:00": "2025-08-16", "2025-08-16 10:00:00": "2025-08-16",
		"16 August 2025": "2025-08-16", "Aug 16, 2025": "2025-08-16", "Sat, 16 Aug 2025 10:00:00 GMT": "2025-08-16", "": "",
		"2024-02-29": "2024-02-29", "2025-02-29": "", "0000-01-01": "", "soon": "",
	} {
		got, reason := r.day(in)
		if got != want || (reason == "") != (got != "" || in == "") {
			t.Errorf("day(%q) = %q, %q, want %q", in, got, reason, want)
		}
	}
}
