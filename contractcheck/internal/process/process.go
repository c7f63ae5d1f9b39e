// Package process ends other programs.
package process

import "os/exec"

// KillWhole has a command of exec.CommandContext killed with all that it started
// when its context ends, by making it the first of a group of processes. Where
// there are no such groups, the program itself is killed. It must be called
// before the command starts.
func KillWhole(cmd *exec.Cmd) { killWhole(cmd) }
