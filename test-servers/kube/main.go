// Command kube is a Kubernetes control plane for tests in one static file: the name it is called by selects
// etcd, kube-apiserver, kube-controller-manager or kubectl.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	kubectl "k8s.io/kubectl/pkg/cmd"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllers "k8s.io/kubernetes/cmd/kube-controller-manager/app"
)

// cobraPrograms are the programs that come as a cobra command; etcd brings a main function of its own.
var cobraPrograms = map[string]func() *cobra.Command{
	"kube-apiserver":          apiserver.NewAPIServerCommand,
	"kube-controller-manager": controllers.NewControllerManagerCommand,
	"kubectl":                 func() *cobra.Command { return kubectl.NewDefaultKubectlCommand() },
}

func main() {
	program := filepath.Base(os.Args[0])
	if program == "etcd" {
		etcdmain.Main(os.Args)
		return
	}
	if newCommand, known := cobraPrograms[program]; known {
		os.Exit(cli.Run(newCommand()))
	}
	fmt.Fprintf(os.Stderr, "%s: unknown program; link this file as one of %s\n", program, programNames())
	os.Exit(2)
}

func programNames() string {
	names := []string{"etcd"}
	for name := range cobraPrograms {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}
