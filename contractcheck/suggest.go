package contractcheck

import "fmt"

// alike is the least similarity of a suggestion. One word changed of three, as
// in breach-notify-days for breach-notify-hours, leaves .74; two letters
// swapped in a short id, as in no-slae, leave .5. Of the pairs of ids in the
// clause library, 99 % are less alike.
const alike = 0.45

// didYouMean suggests the known name that is most like an unknown one, as the
// end of a message; it is empty where none is.
func didYouMean(name string, known []string) string {
	if near := mostAlike(name, known); near != "" {
		return fmt.Sprintf(": did you mean %q?", near)
	}
	return ""
}

// mostAlike returns the known name that is most like an unknown one, or "". Ids
// are several words, so that common pairs of letters tell more than single
// edits do.
func mostAlike(name string, known []string) string {
	best, most := "", alike
	for _, k := range known {
		if s := similarity(name, k); s > most {
			best, most = k, s
		}
	}
	return best
}

// similarity is the share of the pairs of adjacent letters that two names have
// in common (Dice's coefficient), from 0 to 1.
func similarity(a, b string) float64 {
	if len(a) < 2 || len(b) < 2 {
		return 0
	}
	pairs := map[string]int{}
	for i := range len(a) - 1 {
		pairs[a[i:i+2]]++
	}
	common := 0
	for i := range len(b) - 1 {
		if pairs[b[i:i+2]] > 0 {
			pairs[b[i:i+2]]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b)-2)
}
