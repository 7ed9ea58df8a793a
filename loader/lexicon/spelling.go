package lexicon

import (
	"io/fs"
	"slices"
	"strings"

	"parley/fold"
)

// Family is a way of romanising names.
type Family string

// The families of names.
const (
	FamilySlavic Family = "slavic" // and other names that were written in Cyrillic or are spelt alike
	FamilyArabic Family = "arabic" // names in Arabic letters, Persian and Pashto ones too
	FamilyEast   Family = "east"   // Chinese, Korean and Vietnamese names: the surname is one of few
	FamilyWest   Family = "west"
)

// Letters are letters that another spelling has in the place of To.
type Letters struct {
	// From starts with "^" or ends in "$" where it stands at an end of a word.
	From, To string
}

// Spelling is how names of people vary. Words are folded.
type Spelling struct {
	// Given is the first spelling of a given name's group, by each spelling;
	// First says which of them only a given name's place makes one ("Jim" is,
	// but "James" may be a surname).
	Given map[string]string
	First map[string]bool
	// Families of spellings, of surnames and of states' codes.
	Families map[string]Family
	// Common are surnames that many share: they prove nobody.
	Common map[string]bool
	// Article is left out of a name ("al-"), so is a Particle ("bin"); Servant
	// is one name with the next word ("Abdul").
	Article, Particle, Servant map[string]bool
	// House is left out at the end of a name ("Al Saud").
	House map[string]bool
	// Unique are titles of offices that one person holds at a time.
	Unique map[string]bool
	// Style are titles before names that the grammar has not.
	Style map[string]bool
	// Generation is "Jr." and its like, in one form.
	Generation map[string]string
	// Letters are rewritten in this order.
	Letters map[Family][]Letters
	// SurnameFirst are codes of states where the surname is written first.
	SurnameFirst map[string]bool
	// Office is the first title of those that mean one office.
	Office map[string]string

	endings map[string]Family
	longest int // ending
}

// Spelling returns how names vary.
func (l *Lexicon) Spelling() *Spelling { return l.spelling }

// Ending returns the family of which a word's ending is, "" if none.
func (s *Spelling) Ending(word string) Family {
	for i := max(1, len(word)-s.longest); i < len(word); i++ {
		if f := s.endings[word[i:]]; f != "" {
			return f
		}
	}
	return ""
}

// readSpelling reads names.tsv.
func (l *Lexicon) readSpelling(files fs.FS) error {
	rows, err := readTable(files, "names.tsv", "class", "family", "forms", "value")
	if err != nil {
		return err
	}
	s := &Spelling{
		Given: map[string]string{}, First: map[string]bool{}, Families: map[string]Family{}, Common: map[string]bool{},
		Article: map[string]bool{}, Particle: map[string]bool{}, Servant: map[string]bool{}, Style: map[string]bool{},
		Generation: map[string]string{}, Letters: map[Family][]Letters{}, SurnameFirst: map[string]bool{},
		Office: map[string]string{}, House: map[string]bool{}, Unique: map[string]bool{}, endings: map[string]Family{},
	}
	for _, r := range rows {
		if err := s.add(r); err != nil {
			return err
		}
	}
	l.spelling = s
	return nil
}

// add takes over one row.
func (s *Spelling) add(r row) error {
	family := Family(r.get("family"))
	if !slices.Contains([]Family{"", FamilySlavic, FamilyArabic, FamilyEast, FamilyWest}, family) {
		return r.errorf("unknown family %q", family)
	}
	forms := r.list("forms")
	sets := map[string]map[string]bool{
		"common": s.Common, "article": s.Article, "particle": s.Particle, "servant": s.Servant, "style": s.Style,
		"house": s.House, "unique": s.Unique,
	}
	class := r.get("class")
	if set, ok := sets[class]; ok {
		for _, f := range forms {
			set[fold.Name(f)] = true
		}
		return nil
	}
	for i, f := range forms {
		switch f = fold.Name(f); class {
		case "given":
			s.Given[f] = fold.Name(forms[0])
			if r.get("value") != "" {
				s.First[f] = true
			} else if family != "" {
				s.Families[f] = family
			}
		case "surname":
			s.Families[f] = family
		case "ending":
			s.endings[f], s.longest = family, max(s.longest, len(f))
		case "state":
			s.Families["country:"+forms[i]] = family
		case "first":
			s.SurnameFirst["country:"+forms[i]] = true
		case "generation":
			s.Generation[f] = r.get("value")
		case "letters":
			s.Letters[family] = append(s.Letters[family], Letters{f, r.get("value")})
		case "office":
			s.Office[f] = strings.ToLower(forms[0])
		default:
			return r.errorf("unknown class %q", class)
		}
	}
	return nil
}
