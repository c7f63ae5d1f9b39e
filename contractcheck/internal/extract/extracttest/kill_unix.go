//go:build unix

package extracttest

import (
	"os/exec"
	"syscall"
)

// killWhole has a command that runs out of time killed with all that it started:
// LibreOffice is a program behind a program behind a script.
func killWhole(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	command.Cancel = func() error { return syscall.Kill(-command.Process.Pid, syscall.SIGKILL) }
}
