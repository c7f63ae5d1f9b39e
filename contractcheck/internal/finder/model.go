package finder

// mostRequirements and mostGroups are bounded by the byte that names one in a
// posting.
const (
	mostRequirements = 255
	mostGroups       = 256
)

// Model is a trained model. It is not changed, so that goroutines may share
// it.
type Model struct {
	note         string
	requirements []string
	about        []output  // of the requirements
	groups       []float32 // scales of the groups of requirements that share weights for the side
	grams        []gram    // ascending by hash, and one behind the last
	postings     []posting
	sidePostings []posting

	slots  []slot
	filter []uint64
}

// output turns the sums of a requirement's quantised weights into logits.
type output struct {
	scale, bias float32 // of About
	sideBias    float32
	groups      [3]uint8 // whose sums add up to the side
}

// gram is a run of words that has weights: those from the postings that are
// named here to those of the next gram.
type gram struct {
	hash             uint32
	first, sideFirst uint32
}

// posting is a weight of a gram for a requirement, or for a group of them, in
// units of its scale.
type posting struct {
	of     uint8
	weight int8
}

// Requirements returns the ids of the requirements in the order of the scores.
func (m *Model) Requirements() []string { return m.requirements }

// Note says what the model was trained on.
func (m *Model) Note() string { return m.note }

// slot is a place of an open hash table.
type slot struct {
	hash  uint32
	index uint32 // in grams + 1; 0 is free
}

// filterBits is the size of a filter that most grams of a document do not
// pass; it fits into the second cache.
const filterBits = 20

// longestProbe bounds the search for a free place of the table. No table of
// honest hashes, half of it free, comes near; a file made to collide would
// take hours.
const longestProbe = 4096

// index builds the tables that find a gram. It reports false if too many of
// the hashes collide.
func (m *Model) index() bool {
	size := 4
	for size < 2*len(m.grams) {
		size *= 2
	}
	m.slots = make([]slot, size)
	m.filter = make([]uint64, 1<<(filterBits-6))
	for i := range len(m.grams) - 1 {
		h := m.grams[i].hash
		at := spread(h)
		m.filter[at>>(32-filterBits+6)] |= 1 << (at >> (32 - filterBits) & 63)
		s := at & uint32(size-1)
		for probes := 0; m.slots[s].index != 0; probes++ {
			if probes == longestProbe {
				return false
			}
			s = (s + 1) & uint32(size-1)
		}
		m.slots[s] = slot{h, uint32(i + 1)}
	}
	return true
}

// spread mixes a hash of FNV-1a, whose high bits are poor for short words.
func spread(h uint32) uint32 {
	h *= 0x9e3779b1
	return h ^ h>>15
}

// find returns the number of a gram, or -1.
func (m *Model) find(hash uint32) int {
	at := spread(hash)
	if m.filter[at>>(32-filterBits+6)]>>(at>>(32-filterBits)&63)&1 == 0 {
		return -1
	}
	mask := uint32(len(m.slots) - 1)
	for s := at & mask; m.slots[s].index != 0; s = (s + 1) & mask {
		if m.slots[s].hash == hash {
			return int(m.slots[s].index) - 1
		}
	}
	return -1
}
