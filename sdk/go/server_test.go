package podnet_test

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"github.com/podnet/podnet/sdk/go"
	podnetv1 "github.com/podnet/podnet/sdk/go/podnet/v1"
)

// server gives the address of a real server of this test, with the cluster "prod" of one pool of two nodes.
func server(t *testing.T) string {
	t.Helper()
	program := os.Getenv("PODNET_PODNETD")
	if program == "" {
		program = "../../target/debug/podnetd"
	}
	if _, err := os.Stat(program); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("no server: %v", err)
		}
		t.Skipf("no server; set PODNET_PODNETD, or build it with `cargo build --bin podnetd`: %v", err)
	}
	command := exec.Command(program, "--listen", "127.0.0.1:0", "--store", "memory", "--log-level", "warn")
	command.Stderr = os.Stderr
	output, err := command.StdoutPipe()
	check(t, err)
	check(t, command.Start())
	t.Cleanup(func() {
		check(t, command.Process.Signal(syscall.SIGTERM))
		check(t, command.Wait())
	})
	first, err := bufio.NewReader(output).ReadString('\n')
	check(t, err)
	address := "http://" + strings.TrimSpace(strings.TrimPrefix(first, "listening on "))
	fill(t, connect(t, address))
	return address
}

func connect(t *testing.T, address string) *podnet.Client {
	t.Helper()
	client, err := podnet.Connect(address, nil)
	check(t, err)
	t.Cleanup(func() { check(t, client.Close()) })
	return client
}

func fill(t *testing.T, client *podnet.Client) {
	t.Helper()
	ctx := context.Background()
	_, err := client.Network.CreateNetwork(ctx, &podnetv1.CreateNetworkRequest{
		NetworkId: "hub", Network: &podnetv1.Network{AddressPrefixes: []string{"10.240.0.0/16"}},
	})
	check(t, err)
	_, err = client.Network.CreateSubnet(ctx, &podnetv1.CreateSubnetRequest{
		Parent: "networks/hub", SubnetId: "nodes", Subnet: &podnetv1.Subnet{AddressPrefixes: []string{"10.240.0.0/24"}},
	})
	check(t, err)
	_, err = client.Cluster.CreateCluster(ctx, &podnetv1.CreateClusterRequest{
		ClusterId: "prod",
		Cluster: &podnetv1.Cluster{
			Network: "networks/hub", NetworkMode: podnetv1.NetworkMode_NETWORK_MODE_KUBENET,
			PodPrefixes: []string{"10.244.0.0/16"}, ServicePrefixes: []string{"10.0.0.0/16"},
		},
	})
	check(t, err)
	_, err = client.Cluster.CreateNodePool(ctx, &podnetv1.CreateNodePoolRequest{
		Parent: "clusters/prod", NodePoolId: "np1",
		NodePool: &podnetv1.NodePool{Subnet: "networks/hub/subnets/nodes", MaxPods: 250},
	})
	check(t, err)
	for _, node := range []string{"np1-0", "np1-1"} {
		_, err = client.Cluster.CreateNode(ctx, &podnetv1.CreateNodeRequest{
			Parent: "clusters/prod", NodeId: node,
			Node: &podnetv1.Node{NodePool: "clusters/prod/nodePools/np1"},
		})
		check(t, err)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// output is what a command prints, with a server in its environment.
func output(t *testing.T, server, folder string, command ...string) string {
	t.Helper()
	var stderr strings.Builder
	run := exec.Command(command[0], command[1:]...)
	run.Dir, run.Stderr = folder, &stderr
	run.Env = append(os.Environ(), "PODNET_ADDR="+server)
	stdout, err := run.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s%s", command, err, stdout, stderr.String())
	}
	return string(stdout)
}
