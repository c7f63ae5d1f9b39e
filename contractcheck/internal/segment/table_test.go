package segment

import "testing"

func TestTables(t *testing.T) {
	runCases(t, []splitCase{
		{"short rows", "| Search logs | 30 days\n\n| Loans | none",
			[]string{"| Search logs | 30 days", "| Loans | none"}},
		{"header", "| Data type | Retention period\n\n| Search logs | 30 days",
			[]string{"| Data type | Retention period", "| Data type > Retention period > Search logs | 30 days"}},
		{"sentences in cells", "| Requirement | Response\n\n| R-1 | We encrypt data at rest. Keys are rotated.",
			[]string{"| Requirement | Response", "| Requirement > R-1", "Response > We encrypt data at rest.", "Response > Keys are rotated."}},
		{"question", "| Question | Answer\n\n| Do you sell patron data? | No",
			[]string{"| Question | Answer", "? Question > Do you sell patron data?", "| Answer > No"}},
		{"values are no header", "| Encryption | Yes\n\n| Backups | Comply", []string{"| Encryption | Yes", "| Backups | Comply"}},
		{"other number of cells", "| Data type | Period\n\n| Logs | 30 days | or less",
			[]string{"| Data type | Period", "| Logs | 30 days | or less"}},
		{"stem of a table", "Vendor never keeps the following:\n\n| Logs | all\n\n| Loans | all",
			[]string{"Vendor never keeps the following:", "| Vendor never keeps the following > Logs | all",
				"| Vendor never keeps the following > Loans | all"}},
		{"list in a cell", "| Response | Comments\n\n| Comply | Vendor shall: (a) obey the law; (b) pay.",
			[]string{"| Response | Comments", "| Response > Comply", "Comments > Vendor shall:",
				"| [(a)] Comments > Vendor shall > obey the law;", "| [(b)] Comments > Vendor shall > pay."}},
		{"rows over a page", "| Data type | Period\n\n% Page 1\f| Logs | 30 days",
			[]string{"| Data type | Period", "% Page 1", "| Data type > Period > Logs | 30 days"}},
		{"text ends a table", "| Data type | Period\n\nIt ends.\n\n| Logs | 30 days",
			[]string{"| Data type | Period", "It ends.", "| Logs | 30 days"}},
		{"empty cells", "| Logs |  | 30 days", []string{"| Logs |  | 30 days"}},
	})
}
