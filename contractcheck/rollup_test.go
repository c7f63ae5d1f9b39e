package contractcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRollUpVerdicts(t *testing.T) {
	tests := map[string]struct {
		verdicts []Verdict
		any, all Verdict
	}{
		"one":                    {[]Verdict{Partial}, Partial, Partial},
		"all satisfied":          {[]Verdict{Satisfied, Satisfied}, Satisfied, Satisfied},
		"one satisfied":          {[]Verdict{Missing, Satisfied}, Satisfied, Partial},
		"one partial":            {[]Verdict{Missing, Partial}, Partial, Partial},
		"satisfied and partial":  {[]Verdict{Partial, Satisfied}, Satisfied, Partial},
		"all missing":            {[]Verdict{Missing, Missing}, Missing, Missing},
		"one contradicted":       {[]Verdict{Satisfied, Contradicted, Missing}, Contradicted, Contradicted},
		"contradicted or silent": {[]Verdict{Missing, Contradicted}, Contradicted, Contradicted},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.any, rollUpVerdicts(RollupAny, tt.verdicts), "any")
			assert.Equal(t, tt.all, rollUpVerdicts(RollupAll, tt.verdicts), "all")
			assert.Equal(t, tt.any, rollUpVerdicts("", tt.verdicts), "without a rollup")
		})
	}
}
