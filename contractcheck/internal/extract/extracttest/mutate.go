package extracttest

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"slices"
)

// mostMutations is how many times a mutant is damaged at most.
const mostMutations = 3

// Mutant returns a file damaged in one or several of many ways, which the seed
// decides. What zip and PDF files hold compressed is damaged too: damage to
// compressed bytes would reach the inflater alone.
func Mutant(data []byte, seed uint64) []byte {
	random := rand.New(rand.NewPCG(seed, 0))
	for range 1 + random.IntN(mostMutations) {
		data = mutateAnywhere(data, random)
	}
	return data
}

func mutateAnywhere(data []byte, random *rand.Rand) []byte {
	if random.IntN(2) == 0 {
		if mutant, ok := mutateInside(data, random); ok {
			return mutant
		}
	}
	return mutate(data, random)
}

// mutateInside damages one compressed part, and reports whether there was one.
func mutateInside(data []byte, random *rand.Rand) ([]byte, bool) {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return mutatePart(data, random)
	}
	return mutateStream(data, random)
}

// mutations damage bytes of any kind, of which there is at least one.
var mutations = []func([]byte, *rand.Rand) []byte{
	flipBits, cutOut, cutOff, repeatPiece, swapPieces, replaceNumbers,
}

func mutate(data []byte, random *rand.Rand) []byte {
	if len(data) == 0 {
		return data
	}
	return mutations[random.IntN(len(mutations))](data, random)
}

func flipBits(data []byte, random *rand.Rand) []byte {
	out := slices.Clone(data)
	for range 1 + len(out)/1000 {
		out[random.IntN(len(out))] ^= byte(1 << random.IntN(8))
	}
	return out
}

func cutOut(data []byte, random *rand.Rand) []byte {
	start, end := piece(data, random)
	return slices.Concat(data[:start], data[end:])
}

func cutOff(data []byte, random *rand.Rand) []byte { return data[:random.IntN(len(data))] }

// mostRepeated bounds what repeating a piece adds, in bytes.
const mostRepeated = 1 << 20

func repeatPiece(data []byte, random *rand.Rand) []byte {
	start, end := piece(data, random)
	times := min(1+random.IntN(100), mostRepeated/max(1, end-start))
	return slices.Concat(data[:end], bytes.Repeat(data[start:end], times), data[end:])
}

func swapPieces(data []byte, random *rand.Rand) []byte {
	start, middle := piece(data, random)
	end := middle
	if middle < len(data) {
		_, end = piece(data[middle:], random)
		end += middle
	}
	return slices.Concat(data[:start], data[middle:end], data[start:middle], data[end:])
}

// piece returns the bounds of a piece: of a quarter of the data at most, and
// often of a few bytes.
func piece(data []byte, random *rand.Rand) (start, end int) {
	most := 1 + len(data)/4
	if random.IntN(2) == 0 {
		most = min(most, 100)
	}
	start = random.IntN(len(data))
	return start, min(start+1+random.IntN(most), len(data))
}

// oddNumbers are beyond what sizes, offsets and counts can be, or just within.
var oddNumbers = []string{
	"0", "-1", "1", "65536", "1000000", "2147483647", "-2147483648", "4294967296",
	"9223372036854775807", "-9223372036854775808", "99999999999999999999999", "0.0000001",
}

var number = regexp.MustCompile(`[0-9]+`)

// replaceNumbers changes up to five numbers that are written in digits.
func replaceNumbers(data []byte, random *rand.Rand) []byte {
	for range 1 + random.IntN(5) {
		from := random.IntN(len(data))
		at := number.FindIndex(data[from:])
		if at == nil {
			return flipBits(data, random)
		}
		odd := oddNumbers[random.IntN(len(oddNumbers))]
		data = slices.Concat(data[:from+at[0]], []byte(odd), data[from+at[1]:])
	}
	return data
}
