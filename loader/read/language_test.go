package read

import (
	"strings"
	"testing"
)

// TestForeign names the language of texts that aren't English, and of no text
// that is.
func TestForeign(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Le ministre des Affaires étrangères a rencontré son homologue à Genève mardi pour discuter du cessez-le-feu.", "French"},
		{"Les ministres se sont rencontrés à Genève mardi.", "French"},
		{"Die Außenminister beider Länder trafen sich am Dienstag in Genf und vereinbarten, dass ihre Gesandten wieder sprechen.", "German"},
		{"El ministro se reunió con su homólogo en Ginebra el martes para hablar del alto el fuego y de los prisioneros.", "Spanish"},
		{"Министры встретились в Женеве во вторник и договорились.", "Russian"},
		{"Встреча в Женеве.", "Cyrillic letters"},
		{"التقى وزير الخارجية نظيره في جنيف يوم الثلاثاء لمناقشة وقف إطلاق النار.", "Arabic"},
		{"两国外长周二在日内瓦会晤,讨论停火问题。", "Mandarin"},
		{"外长会晤", "Mandarin"},
		{"Dışişleri Bakanı, ateşkesi görüşmek üzere salı günü Cenevre'de mevkidaşıyla bir araya geldi.", "Turkish"},
		{"De minister heeft dinsdag in Genève zijn ambtgenoot ontmoet om te praten over het staakt-het-vuren.", "Dutch"},
		{"Los ministros de Asuntos Exteriores se reunieron el martes en Ginebra y acordaron que sus enviados volverían a hablar.", "Spanish"},

		{"The ministers met in Geneva on Tuesday and agreed that their envoys would talk again.", ""},
		{"Ministers met in Geneva.", ""},
		{"Putin met Xi.", ""},
		{"Sergei Lavrov, Marco Rubio, Emmanuel Macron, Keir Starmer, Friedrich Merz, Giorgia Meloni, Ursula von der Leyen, Andrii Sybiha, Rustem Umerov.", ""},
		{"", ""},
		{"12.30 – 14.00", ""},
		{"GENEVA, JUNE 5 - LAVROV MET RUBIO ON TUESDAY, THE FOREIGN MINISTRY SAID. THEY DISCUSSED UKRAINE, SYRIA AND ARMS CONTROL.", ""},
		{"PUTIN MEETS XI IN BEIJING\nLAVROV, RUBIO HOLD TALKS IN GENEVA\nZELENSKYY VISITS WARSAW, MEETS TUSK\nFIDAN RECEIVES ARAGHCHI", ""},
		{"Putin meets Xi in Beijing\nLavrov, Rubio hold talks in Geneva\nErdoğan hosts Aliyev, Pashinyan\nFidan receives Araghchi", ""},
		{"Recep Tayyip Erdoğan met Ilham Aliyev, Kassym-Jomart Tokayev, Shavkat Mirziyoyev, Gurbanguly Berdimuhamedow, Abdel Fattah el-Sisi, Mohammed bin Salman Al Saud and Tamim bin Hamad Al Thani in Ankara.", ""},
		{"Agenda: G7 foreign ministers, Niagara-on-the-Lake, 11-12 November. Participants: Anita Anand, Yvette Cooper, Johann Wadephul, Jean-Noël Barrot, Antonio Tajani, Toshimitsu Motegi, Kaja Kallas.", ""},
		{"“Nous avons parlé pendant deux heures de la paix,” Emmanuel Macron said after he met Volodymyr Zelenskyy in Paris. “C’était une bonne réunion,” he added.", ""},
		{"Russian Foreign Ministry (МИД России): Sergei Lavrov met Wang Yi in Beijing on Tuesday.", ""},
	} {
		if got := foreign(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
		if c.want == "" && foreign(strings.ToUpper(c.text)) != "" {
			t.Errorf("%q is foreign in capitals", c.text)
		}
	}
}

// TestUnquoted leaves out quotations, but not most of a text.
func TestUnquoted(t *testing.T) {
	for in, want := range map[string]string{
		"He said “oui” twice.":            "He said  twice.",
		"He said \"oui\" and „non“ twice": "He said  and  twice",
		"no end “of it":                   "no end ",
		"“all of it quoted”":              "“all of it quoted”",
		"plain":                           "plain",
	} {
		if got := unquoted(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
