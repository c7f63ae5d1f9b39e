package contractcheck

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"

	"example.org/contractcheck/contractcheck/internal/finder"
	"example.org/contractcheck/contractcheck/internal/language"
	"example.org/contractcheck/contractcheck/internal/rules"
)

// Finder is a trained model that says where a document speaks of a
// requirement. It never satisfies one. It is not changed, so that goroutines
// may share it.
type Finder struct {
	model  *finder.Model
	sha256 string
}

// ReadFinder reads a model that TrainFinder has written. The error says what is
// wrong with a file that is none, or is damaged.
func ReadFinder(r io.Reader) (*Finder, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	model, err := finder.Read(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading a finder: %w", err)
	}
	return &Finder{model: model, sha256: hashOf(data)}, nil
}

// WithFinder returns a library that looks with a finder for what its rules do
// not read: where they are silent on a requirement and the finder is sure of a
// passage, the finding is partial or contradicted and needs review. What rules
// read in a provision that the finder finds foreign to the requirement is no
// evidence, unless a promise would become whole without it. Nil takes the finder
// away.
func (l *Library) WithFinder(f *Finder) *Library {
	changed := *l
	changed.finder = f
	return &changed
}

// sureness is how likely the passage that is found must be about the
// requirement. The finding is one for a person to look at, and what is not found
// is called missing; below two in three, whole documents give too much to look
// at that is on other subjects.
const sureness = 0.65

// leastSaid is by how much, in logits, the words of a passage must speak for its
// being about the requirement. Without, a passage of words that the model does not
// know would be about what is often spoken of.
const leastSaid = 0.4

// pointer is a passage that the finder is sure of.
type pointer struct {
	provision int
	score     finder.Score
}

// foreignness is how unlikely a provision must be about a requirement for the
// finder to find it foreign: over a whole document, something on another
// subject always looks like what a rule reads.
const foreignness = 0.001

// A document counts as so many provisions at least: even a short one says nothing
// on most requirements. Whoever asks about a passage by itself expects that it
// speaks of the matter, so that a provision of it counts as less than one.
const (
	leastDocument   = 100
	passageCountsAs = 0.13
)

// spotter is a finder at work on a document.
type spotter struct {
	set   *rules.Set
	scene *rules.Scene
	// whole reports whether the scene is a document and no passage by itself,
	// which may be a label or a duty of whoever is not named in it.
	whole bool
	model *finder.Model
	// places are those of the model's requirements in the set; -1 where the
	// library has no such requirement.
	places []int
	// prior is what the length of the text adds to the logit that convinces.
	// The model is calibrated for one mention among so many provisions on other
	// subjects; it takes less to convince in a short text.
	prior float32
	// scores are those of the provisions that the rules speak of; they are there
	// once the document was looked through.
	scores map[int][]finder.Score
	// speech is the kind of the provision looked, the last that was asked for.
	speech language.Speech
	looked int
}

// newSpotter returns a spotter for a scene, of a whole document or of a passage,
// in which the rules have found evidence.
func (f *Finder) newSpotter(set *rules.Set, scene *rules.Scene, whole bool, evidence [][]rules.Evidence) *spotter {
	provisions := float64(max(len(scene.Provisions), leastDocument))
	if !whole {
		provisions = passageCountsAs * float64(max(len(scene.Provisions), 1))
	}
	prior := math.Log(provisions / finder.ForeignPerMention)
	s := &spotter{set: set, scene: scene, whole: whole, model: f.model, prior: float32(prior), scores: map[int][]finder.Score{}, looked: -1}
	for _, id := range f.model.Requirements() {
		s.places = append(s.places, slices.IndexFunc(set.Requirements, func(q *rules.Requirement) bool { return q.ID == id }))
	}
	for _, list := range evidence {
		for _, e := range list {
			s.scores[e.Provision] = nil
		}
	}
	return s
}

// sureness returns how likely a passage of that logit is about the requirement.
func (s *spotter) sureness(logit float32) float64 { return finder.Probability(logit - s.prior) }

// withoutForeign returns the evidence on a requirement without what stands in
// provisions that the finder finds foreign to it. The document must have been
// looked through.
func (s *spotter) withoutForeign(requirement string, evidence []rules.Evidence) []rules.Evidence {
	r := slices.Index(s.model.Requirements(), requirement)
	if r < 0 {
		return evidence
	}
	return slices.DeleteFunc(slices.Clone(evidence), func(e rules.Evidence) bool {
		return s.sureness(s.scores[e.Provision][r].About) < foreignness
	})
}

// look looks through the document, and returns the best passage for each
// requirement that the finder is sure of, by the requirement's id.
func (s *spotter) look() map[string]pointer {
	found := map[string]pointer{}
	ids, least := s.model.Requirements(), s.prior+float32(math.Log(sureness/(1-sureness)))
	var words []uint32
	var scores []finder.Score
	for i := range s.scene.Provisions {
		if s.scene.Provisions[i].Skip {
			continue
		}
		words = finder.Words(words[:0], s.scene.Text, 0, s.scene.Provisions[i].Tokens)
		scores = s.model.Score(words, scores[:0])
		if _, spoken := s.scores[i]; spoken {
			s.scores[i] = slices.Clone(scores)
		}
		for r, score := range scores {
			if score.About < least || score.About < s.model.Unspoken(r)+leastSaid {
				continue
			}
			if best, ok := found[ids[r]]; (!ok || score.About > best.score.About) && !s.silent(i, r, score.Side > 0) {
				found[ids[r]] = pointer{i, score}
			}
		}
	}
	return found
}

// silent reports whether the grammar of provision i rules out that it speaks of
// the model's requirement r. The model sees words, and not who must do what they
// say.
func (s *spotter) silent(i, r int, against bool) bool {
	switch {
	case !s.whole:
		return false
	case s.places[r] < 0, against && s.unticked(i):
		return true
	}
	if s.looked != i {
		s.looked, s.speech = i, s.set.Speech(s.scene, i)
	}
	return s.set.Requirements[s.places[r]].Silent(s.speech, against)
}

// untickedRE begins an option of a form that nobody has chosen.
var untickedRE = regexp.MustCompile(`^\s*\[[\s_]*\]`)

// unticked reports whether provision i is an option that nobody has chosen.
func (s *spotter) unticked(i int) bool {
	p := &s.scene.Provisions[i]
	return p.Own < len(p.Tokens) && untickedRE.MatchString(s.scene.Text[p.Tokens[p.Own].Start:])
}

// outcome is what a passage is worth that no rule reads: never enough to
// satisfy.
func (p pointer) outcome(tokens int) outcome {
	out := outcome{
		verdict: Partial, reason: "seems to speak of it, in words that no rule reads",
		review:   "Does this passage bind the vendor, and without exceptions?",
		evidence: []rules.Evidence{{Provision: p.provision, To: tokens, Verdict: rules.Partial}},
	}
	if p.score.Side > 0 {
		out.verdict, out.reason = Contradicted, "seems to speak against it, in words that no rule reads"
		out.review = "Does this passage allow what the library wants to rule out?"
		out.evidence[0].Verdict = rules.Contradicted
	}
	return out
}
