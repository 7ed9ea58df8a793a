package extract

import (
	"reflect"
	"slices"
	"sync"
	"testing"

	"parley/loader/lexicon"
)

// TestNothingOfOneTextIsInAnother reads all cases in order, backwards, and
// many at once: the memory that a reading takes over must not show.
func TestNothingOfOneTextIsInAnother(t *testing.T) {
	docs := caseTexts(t)
	var want []Extraction
	for _, d := range docs {
		want = append(want, new(reading).on(d, lexicon.Default()).read())
	}
	for i, d := range slices.Backward(docs) {
		if got := Extract(d, lexicon.Default()); !reflect.DeepEqual(got, want[i]) {
			t.Errorf("case %d is read otherwise after another", i)
		}
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i, d := range docs {
				if got := Extract(d, lexicon.Default()); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("case %d is read otherwise beside others", i)
				}
			}
		})
	}
	wait.Wait()
}

// TestRows makes lists in the memory of longer and shorter ones.
func TestRows(t *testing.T) {
	s := rows([][]int{{1, 2}, {3}}, 1)
	s = rows(s, 3)
	if len(s) != 3 || len(s[0])+len(s[1])+len(s[2]) != 0 || cap(s[0]) < 2 || cap(s[1]) < 1 {
		t.Errorf("rows = %v", s)
	}
	if z := zeros([]int{1, 2, 3}[:0], 2); z[0]+z[1] != 0 {
		t.Errorf("zeros = %v", z)
	}
}
