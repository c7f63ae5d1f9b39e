package finder

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
)

// Options say how Train learns. The zero value of a field stands for the value
// that did best on held-out passages.
type Options struct {
	// Topic names the topic of a requirement. A passage on one requirement may
	// well speak of another of its topic, so it is no negative for that one.
	Topic func(requirement string) string
	// Note goes into the model, to say what it was trained on.
	Note string
}

// ErrFewExamples tells that there is too little to learn from.
var ErrFewExamples = errors.New("too few examples")

// leastPositives is how many passages about a requirement it takes to learn
// it: each fold must hold some out.
const leastPositives = 4

// trainer holds what all parts of the training share. Nothing in it changes
// while requirements are learned side by side.
type trainer struct {
	options      Options
	vocabulary   *vocabulary
	requirements []string
	topics       []string // of the requirements
	examples     []labelled
	pool         []row
	hard         [][]int32           // by requirement, numbers of the pool: to be added
	mentions     []map[int32]float64 // by requirement, the logits of numbers of the pool: to be left out
}

// labelled is an example as the learner sees it.
type labelled struct {
	row
	requirement int
	side        Side
	also        []int // requirements that the same words are about
	fold        int
}

// Train learns a model from labelled passages, and from provisions on other
// subjects. The same input gives the same model. It takes two rounds: of the
// provisions that the first finds to be about a requirement, the second leaves
// out the surest, which are unlabelled mentions, and dwells on the others.
func Train(examples []Example, negatives [][]uint32, options Options) (*Model, error) {
	t, err := newTrainer(examples, negatives, options)
	if err != nil {
		return nil, err
	}
	first := t.learnAll(nofold)
	t.chooseHard(first)
	final := t.learnAll(nofold)
	return t.assemble(final, calibrate(t.trials()), t.learnSides()), nil
}

func newTrainer(examples []Example, negatives [][]uint32, options Options) (*trainer, error) {
	t := &trainer{options: options}
	if options.Topic == nil {
		t.options.Topic = func(requirement string) string { return requirement }
	}
	if err := t.listRequirements(examples); err != nil {
		return nil, err
	}
	t.vocabulary = newVocabulary(examples, negatives)
	t.label(examples)
	for _, words := range negatives {
		t.pool = append(t.pool, t.vocabulary.row(words))
	}
	t.hard = make([][]int32, len(t.requirements))
	t.mentions = make([]map[int32]float64, len(t.requirements))
	for r := range t.mentions {
		t.mentions[r] = map[int32]float64{}
	}
	t.skipQuoted(examples, negatives)
	return t, nil
}

func (t *trainer) listRequirements(examples []Example) error {
	positives := map[string]int{}
	for i := range examples {
		id := examples[i].Requirement
		if _, seen := positives[id]; !seen {
			t.requirements = append(t.requirements, id)
			positives[id] = 0
		}
		if examples[i].Side != Silent {
			positives[id]++
		}
	}
	slices.Sort(t.requirements)
	t.requirements = slices.DeleteFunc(t.requirements, func(id string) bool { return positives[id] < leastPositives })
	if len(t.requirements) == 0 {
		return fmt.Errorf("%w: expected %d about one requirement", ErrFewExamples, leastPositives)
	}
	if len(t.requirements) > mostRequirements {
		return fmt.Errorf("%d requirements: expected at most %d", len(t.requirements), mostRequirements)
	}
	for _, id := range t.requirements {
		t.topics = append(t.topics, t.options.Topic(id))
	}
	return nil
}

// label makes the examples' rows. The same words may be about several
// requirements, each in an example of its own.
func (t *trainer) label(examples []Example) {
	about := map[string][]int{}
	seen := make([]int, len(t.requirements))
	for i := range examples {
		e := &examples[i]
		r, ok := slices.BinarySearch(t.requirements, e.Requirement)
		if !ok {
			continue
		}
		key := fmt.Sprint(e.Words)
		if e.Side != Silent {
			about[key] = append(about[key], r)
		}
		t.examples = append(t.examples, labelled{row: t.vocabulary.row(e.Words), requirement: r, side: e.Side, fold: seen[r] % tuned.folds})
		seen[r]++
	}
	n := 0
	for i := range examples {
		if _, ok := slices.BinarySearch(t.requirements, examples[i].Requirement); ok {
			t.examples[n].also = about[fmt.Sprint(examples[i].Words)]
			n++
		}
	}
}

// nofold is the fold that no example is in.
const nofold = -1

// lesson is a row of the training of one requirement.
type lesson struct {
	row        *row
	yes        bool
	importance float64
}

// weights are the learned weights of the grams, sparse, and the bias.
type weights struct {
	grams  []int32
	weight []float64
	bias   float64
}

// learnAll learns what each requirement is about, without the examples of one
// fold.
func (t *trainer) learnAll(fold int) []weights {
	learned := make([]weights, len(t.requirements))
	t.each(func(r int, l *learner) { learned[r] = t.learn(r, fold, l) })
	return learned
}

// each calls do for every requirement, on two goroutines. Requirements are
// learned apart from each other, so the order does not matter.
func (t *trainer) each(do func(r int, l *learner)) {
	var group sync.WaitGroup
	next := make(chan int)
	for range 2 {
		group.Go(func() {
			l := newLearner(len(t.vocabulary.hashes), tuned.rate, tuned.sparse, tuned.small)
			for r := range next {
				do(r, l)
			}
		})
	}
	for r := range t.requirements {
		next <- r
	}
	close(next)
	group.Wait()
}

func (t *trainer) learn(r, fold int, l *learner) weights {
	l.reset()
	lessons := t.lessons(r, fold)
	random := rand.New(rand.NewPCG(uint64(r), 1))
	for range tuned.rounds {
		random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		for i := range lessons {
			s := &lessons[i]
			l.learn(s.row.grams, s.row.values, s.yes, s.importance)
		}
	}
	return l.weights()
}

func (l *learner) weights() weights {
	w := weights{bias: l.bias}
	for g, x := range l.weight {
		if x != 0 {
			w.grams, w.weight = append(w.grams, int32(g)), append(w.weight, x)
		}
	}
	return w
}

// lessons lists the rows that teach what requirement r is about.
func (t *trainer) lessons(r, fold int) []lesson {
	var all []lesson
	for i := range t.examples {
		e := &t.examples[i]
		if e.fold == fold && fold != nofold {
			continue
		}
		if yes, importance := t.counts(e, r); importance > 0 {
			all = append(all, lesson{row: &e.row, yes: yes, importance: importance})
		}
	}
	step := max(1, len(t.pool)/tuned.sample)
	for i := r % step; i < len(t.pool); i += step {
		if _, mention := t.mentions[r][int32(i)]; !mention && (fold == nofold || poolFold(i) != fold) {
			all = append(all, lesson{row: &t.pool[i], importance: tuned.foreign})
		}
	}
	for _, i := range t.hard[r] {
		if fold == nofold || poolFold(int(i)) != fold {
			all = append(all, lesson{row: &t.pool[i], importance: tuned.foreign})
		}
	}
	return all
}

// counts tells whether an example is about requirement r, and how much it
// counts; 0 if it says nothing.
func (t *trainer) counts(e *labelled, r int) (yes bool, importance float64) {
	switch {
	case e.requirement == r && e.side != Silent:
		return true, tuned.about
	case e.requirement == r:
		return false, tuned.decoy
	case slices.Contains(e.also, r) || t.topics[e.requirement] == t.topics[r]:
		return false, 0
	}
	return false, tuned.other
}

// chooseHard looks for the provisions that the first round takes to be about a
// requirement.
func (t *trainer) chooseHard(first []weights) {
	t.each(func(r int, l *learner) {
		l.set(first[r])
		for i := range t.pool {
			if _, mention := t.mentions[r][int32(i)]; mention {
				continue
			}
			p := &t.pool[i]
			switch s := l.score(p.grams, p.values); {
			case s > tuned.mention:
				t.mentions[r][int32(i)] = s
			case s > tuned.hard:
				t.hard[r] = append(t.hard[r], int32(i))
			}
		}
	})
}

// set makes the learner score with learned weights.
func (l *learner) set(w weights) {
	l.reset()
	for i, g := range w.grams {
		l.weight[g] = w.weight[i]
	}
	l.bias = w.bias
}
