package lexicon

// Kind is what sort of thing an Entry names.
type Kind uint8

// The kinds of entry, the likelier meaning of a name first.
const (
	KindCountry Kind = iota + 1
	KindOrg
	KindPerson
	KindPlace
)

// Variant is how a form names its thing.
type Variant uint8

// The variants of a form.
const (
	// VariantName is the common English name: "United States", "NATO".
	VariantName Variant = iota + 1
	// VariantOfficial is a state's full name: "Republic of Moldova".
	VariantOfficial
	// VariantAlias is another spelling or an abbreviation: "U.S.", "Kiev".
	VariantAlias
	// VariantSurname is the short form of a person's name: "Putin", "Xi".
	VariantSurname
	// VariantAdjective is "American", VariantDemonym "Americans".
	VariantAdjective
	VariantDemonym
	// VariantMetonym stands for a state or organisation: "the Kremlin", a
	// capital, "Foggy Bottom".
	VariantMetonym
)

// Entry is one meaning of a form.
type Entry struct {
	Kind    Kind
	Variant Variant
	// Code is the key of the thing, for Lexicon.Country, Org, Place, Person:
	// "country:US", "org:nato", "geonames:524901", "region:US-AK",
	// "venue:kremlin", "continent:europe", "person:marco-rubio".
	Code string
	// Name is the common English name of the thing.
	Name string
	// Priority orders the meanings of one form, greater first. Among places
	// it is the population.
	Priority int
	// Weak marks a form that is also an everyday word or a given name
	// ("Nice", "Mary"): believe it only where the context speaks for it.
	Weak bool

	form cased
}

// Country is a state: a member or observer of the United Nations, Kosovo or
// Taiwan.
type Country struct {
	// Code is "country:" and the ISO 3166-1 alpha-2 code ("XK" for Kosovo).
	Code string
	// Name is the common English name, Official the full one.
	Name, Official string
	// Adjectives and Demonyms are capitalised: "American", "Americans".
	Aliases, Adjectives, Demonyms, Metonyms []string
	// Capital is the code of a Place, Continent that of another.
	Capital, Continent string
}

// OrgKind is what sort of organisation an Org is.
type OrgKind string

// The kinds of organisation.
const (
	OrgAlliance      OrgKind = "alliance"      // an alliance, union or group of states
	OrgInternational OrgKind = "international" // an international body, agency, court or bank
	OrgGovernment    OrgKind = "government"    // a body of one state
	OrgArmedGroup    OrgKind = "armed group"
	OrgParty         OrgKind = "party" // a political party, movement or coalition
	OrgCompany       OrgKind = "company"
	OrgNGO           OrgKind = "ngo" // charities, think tanks, churches, forums
	OrgMedia         OrgKind = "media"
)

// Org is an organisation.
type Org struct {
	Code, Name string
	Kind       OrgKind
	Aliases    []string
	// State is the code of the country that it acts for, "" when it acts for
	// itself: the State Department has "country:US", Hamas has none.
	State string
	// PartOf is the code of the organisation or country that it belongs to,
	// "" if none.
	PartOf string
	// Members are codes of countries, empty where they are most of a continent or more.
	Members []string
}

// PlaceType is what sort of place a Place is, the widest first.
type PlaceType string

// The types of place.
const (
	TypeContinent PlaceType = "continent"
	TypeCountry   PlaceType = "country"
	TypeRegion    PlaceType = "region" // a state, province, territory, island, sea
	TypeCity      PlaceType = "city"
	TypeVenue     PlaceType = "venue" // a building, a base, an estate
)

// Place is somewhere to meet. Every country is also a place of its own code.
type Place struct {
	Code, Name string
	Type       PlaceType
	// Country is a country's code, "" for what lies in none or in several.
	Country string
	// In is the code of the place right around it, "" for continents: venue,
	// city, region, country, continent.
	In string
	// Lat and Lon are degrees north and east (WGS 84); for an area they are a
	// point inside it.
	Lat, Lon float64
	// Population is people, 0 when unknown.
	Population int
	Aliases    []string

	in *Place // of code In
}

// Person is somebody who appears in the news of diplomacy.
type Person struct {
	Code, Name string
	// Surname is the short form that follows a first mention.
	Surname string
	Aliases []string
	// Country is the code of the state that they act or acted for, or an
	// organisation's.
	Country string
	// Offices in the order of the file, the earliest first.
	Offices []Office
}

// Office is a post held for a time.
type Office struct {
	Title string
	// Words is the title as GrammarWord makes it.
	Words string
	// Party is the code of the state or organisation that it is an office of.
	Party string
	// From and To are partial ISO dates ("2017", "2017-01-20"), To "" while
	// it lasts.
	From, To string
}
