//go:build unix

package ocr

import (
	"os"
	"os/exec"
	"syscall"
)

// killWhole makes a program the first of a group of processes, and kills that
// group when the program's context ends.
func killWhole(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error {
		if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL); err != syscall.ESRCH {
			return err
		}
		return os.ErrProcessDone
	}
}
