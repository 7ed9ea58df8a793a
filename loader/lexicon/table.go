package lexicon

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// row is one line of a data file.
type row struct {
	file string
	line int
	cols []string
	head map[string]int
}

// readTable reads a file of tab-separated values: comments begin with "#", the
// first other line names the columns, and every later one has as many.
func readTable(files fs.FS, name string, columns ...string) ([]row, error) {
	b, err := fs.ReadFile(files, "data/"+name)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	var rows []row
	var head map[string]int
	line := 0
	for text := range strings.Lines(string(b)) {
		line++
		text = strings.TrimRight(text, "\r\n")
		if text == "" || text[0] == '#' {
			continue
		}
		cols := strings.Split(text, "\t")
		if head == nil {
			if head, err = header(name, cols, columns); err != nil {
				return nil, err
			}
			continue
		}
		if len(cols) != len(columns) {
			return nil, fmt.Errorf("lexicon: %s:%d: want %d columns separated by tabs, have %d", name, line, len(columns), len(cols))
		}
		rows = append(rows, row{name, line, cols, head})
	}
	return rows, nil
}

// header checks the line of column names.
func header(name string, have, want []string) (map[string]int, error) {
	if strings.Join(have, "\t") != strings.Join(want, "\t") {
		return nil, fmt.Errorf("lexicon: %s: want the columns %q, have %q", name, want, have)
	}
	index := make(map[string]int, len(have))
	for i, c := range have {
		index[c] = i
	}
	return index, nil
}

func (r row) get(col string) string { return r.cols[r.head[col]] }

// list splits a column at "|".
func (r row) list(col string) []string {
	v := r.get(col)
	if v == "" {
		return nil
	}
	return strings.Split(v, "|")
}

// errorf names the line in front of the message.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("lexicon: %s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// number reads a column; an empty one is 0.
func (r row) number(col string) (int, error) {
	v := r.get(col)
	if v == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil {
		return 0, r.errorf("column %s: %q is not a whole number", col, v)
	}
	return n, nil
}

// point reads the columns lat and lon.
func (r row) point() (lat, lon float64, err error) {
	lat, errLat := strconv.ParseFloat(r.get("lat"), 64)
	lon, errLon := strconv.ParseFloat(r.get("lon"), 64)
	if errLat != nil || errLon != nil || lat < -90 || lat > 90 || lon < -180 || lon > 180 {
		return 0, 0, r.errorf("%q, %q is no latitude and longitude in degrees", r.get("lat"), r.get("lon"))
	}
	return lat, lon, nil
}
