package finder

// Side is what a passage does to a requirement.
type Side uint8

// The sides. A Silent passage only looks as if it were about the requirement.
const (
	Silent Side = iota
	Protects
	Harms
)

// Example is a labelled passage.
type Example struct {
	Words       []uint32 // as of Words
	Requirement string
	Side        Side
}
