package clausefile

// Terms is the vocabulary that all clauses share, in the order of the file.
type Terms struct {
	Terms     []Term
	Irregular []Irregular
	Synonyms  []Synonym
}

// Term is a name for the phrases that mean the same. An action has verbs or
// nouns or both, every other term phrases. The notation of phrases is kept as
// it stands.
type Term struct {
	Name         string // unique over all sections
	Section      string // parties, objects, modality, exceptions, words or actions
	Phrases      []Text
	Verbs, Nouns []Text
	Pos          Pos
}

// Irregular is a word form whose lemma no rule of inflection gives, such as
// sold and sell.
type Irregular struct {
	Form, Lemma string
	Pos         Pos
}

// Synonym is a word that means what another one means, wherever it stands, such
// as expunge and erase.
type Synonym struct {
	Word, Lemma string
	Pos         Pos
}

// ParseTerms reads a file of terms. Name is what errors call it. The error
// joins a *SyntaxError for every problem of the file, in their order.
func ParseTerms(name string, data []byte) (*Terms, error) {
	return parse(name, "terms file", data, readTerms)
}

func readTerms(n node) Terms {
	var t Terms
	first := firsts{}
	section := func(name string, read func(entry, *Term)) field {
		return optional(name, termSection(&t.Terms, name, first, read))
	}
	n.fields(
		section("parties", readPhrases),
		section("objects", readPhrases),
		section("modality", readPhrases),
		section("exceptions", readPhrases),
		section("words", readPhrases),
		section("actions", readAction),
		optional("irregular", irregular(&t.Irregular)),
		optional("synonyms", synonyms(&t.Synonyms)),
	)
	return t
}

// termSection reads the terms of a section. The names given in the sections
// before are in first.
func termSection(into *[]Term, section string, first firsts, read func(entry, *Term)) func(node) {
	return func(n node) {
		for _, e := range n.named(idForm) {
			t := Term{Name: e.key, Section: section, Pos: e.at.pos()}
			read(e, &t)
			if first.add(e.at, e.key) {
				*into = append(*into, t)
			}
		}
	}
}

func readPhrases(e entry, t *Term) { texts(&t.Phrases)(e.value) }

func readAction(e entry, t *Term) {
	given := e.value.fields(
		optional("verbs", texts(&t.Verbs)),
		optional("nouns", texts(&t.Nouns)),
	)
	if given != nil && len(given) == 0 {
		e.value.fail(`missing key "verbs" or "nouns"`)
	}
}

func irregular(into *[]Irregular) func(node) {
	return func(n node) {
		for _, e := range n.named(wordForm) {
			lemma, _ := e.value.formed(wordForm)
			*into = append(*into, Irregular{e.key, lemma, e.at.pos()})
		}
	}
}

func synonyms(into *[]Synonym) func(node) {
	return func(n node) {
		for _, e := range n.named(wordForm) {
			lemma, _ := e.value.formed(wordForm)
			*into = append(*into, Synonym{e.key, lemma, e.at.pos()})
		}
	}
}
