package pdf

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// TestExtractionOfMutants reads files with bytes flipped, cut out or cut off:
// whatever they have become, reading them ends in time and memory.
func TestExtractionOfMutants(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, file := range everyNth(extracttest.Files(t, "extract/pdf/*.pdf", "extract/pdf/*.PDF"), 2) {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, mutate := range []func([]byte, *rand.Rand) []byte{flipBytes, cutOut, cutOff} {
			start := time.Now()
			text, err := Read(t.Context(), mutate(data, random), "", extract.Limits{})
			assert.Less(t, time.Since(start), readingTime, filepath.Base(file))
			if err == nil {
				checkText(t, text)
			}
		}
	}
	assert.Less(t, peakMemory(), uint64(mostMemory))
}

func flipBytes(data []byte, random *rand.Rand) []byte {
	out := slices.Clone(data)
	for range 1 + len(out)/1000 {
		out[random.IntN(len(out))] ^= byte(1 << random.IntN(8))
	}
	return out
}

func cutOut(data []byte, random *rand.Rand) []byte {
	start := random.IntN(len(data))
	end := min(start+random.IntN(1+len(data)/4), len(data))
	return slices.Concat(data[:start], data[end:])
}

func cutOff(data []byte, random *rand.Rand) []byte { return data[:random.IntN(len(data))] }

// mostMemory bounds what reading takes of the system, in bytes.
const mostMemory = 512 << 20

// peakMemory is the most that the process has had of the system, in bytes.
func peakMemory() uint64 {
	var usage runtime.MemStats
	runtime.ReadMemStats(&usage)
	return usage.Sys
}

// everyNth thins out a list.
func everyNth(files []string, n int) []string {
	var out []string
	for i := 0; i < len(files); i += n {
		out = append(out, files[i])
	}
	return out
}
