package contractcheck

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math"

	"example.org/contractcheck/contractcheck/internal/finder"
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
	sum := sha256.Sum256(data)
	return &Finder{model: model, sha256: hex.EncodeToString(sum[:])}, nil
}

// WithFinder returns a library that looks with a finder for what its rules do
// not read: where they are silent on a requirement and the finder is sure of a
// passage, the finding is partial or contradicted and needs review. Nil takes
// the finder away.
func (l *Library) WithFinder(f *Finder) *Library {
	changed := *l
	changed.finder = f
	return &changed
}

// sureness is how likely the passage that is found must be about the
// requirement: more likely than not. The finding is one for a person to look
// at, and what is not found is called missing.
const sureness = 0.5

// sure returns the logit from which on the finder is sure in a text of that
// many provisions. The model is calibrated for one mention among so many
// provisions on other subjects; a short text, of which one expects that it
// speaks of the matter, takes less to convince.
func sure(provisions int) float32 {
	return float32(math.Log(sureness/(1-sureness)) + prior(provisions))
}

// prior is what the length of a text adds to the logit that convinces.
func prior(provisions int) float64 {
	return math.Log(float64(max(provisions, 1)) / finder.ForeignPerMention)
}

// surenessOf returns how likely a passage of that logit is about the
// requirement, in a text of that many provisions.
func surenessOf(logit float32, provisions int) float64 {
	return finder.Probability(logit - float32(prior(provisions)))
}

// pointer is a passage that the finder is sure of.
type pointer struct {
	provision int
	score     finder.Score
}

// pointers returns the best passage for each requirement that the finder is
// sure of, by the requirement's id.
func (o *opened) pointers() map[string]pointer {
	found := map[string]pointer{}
	if o.library.finder == nil {
		return found
	}
	model := o.library.finder.model
	ids, least := model.Requirements(), sure(len(o.scene.Provisions))
	var words []uint32
	var scores []finder.Score
	for i := range o.scene.Provisions {
		p := &o.scene.Provisions[i]
		if p.Skip {
			continue
		}
		words = finder.Words(words[:0], o.scene.Text, 0, p.Tokens)
		scores = model.Score(words, scores[:0])
		for r, s := range scores {
			if best, ok := found[ids[r]]; s.About >= least && (!ok || s.About > best.score.About) {
				found[ids[r]] = pointer{i, s}
			}
		}
	}
	return found
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
