import io.podnet.AllocationGuard;
import io.podnet.Client;
import io.podnet.PodnetException;
import io.podnet.v1.AllocateAddressRequest;
import io.podnet.v1.AllocatedAddress;
import io.podnet.v1.Owner;

/** Gives a pod an address for as long as the scope lasts, and shows what an error tells. Arguments: cluster node pod. */
public final class Allocate {
  public static void main(String[] arguments) {
    String cluster = arguments.length > 0 ? arguments[0] : "clusters/prod";
    String node = arguments.length > 1 ? arguments[1] : "clusters/prod/nodes/np1-0";
    String pod = arguments.length > 2 ? arguments[2] : "web-0";
    AllocateAddressRequest request =
        AllocateAddressRequest.newBuilder()
            .setParent(cluster)
            .setAllocationId(pod + "-eth0")
            .setNode(node)
            .setOwner(Owner.newBuilder().setNamespace("shop").setPod(pod).setPodUid(pod + "-uid"))
            .build();
    try (Client client = Client.connect();
        AllocationGuard held = client.hold(request)) {
      for (AllocatedAddress address : held.allocation().getAddressesList()) {
        System.out.println(pod + " has " + address.getAddress() + "/" + address.getPrefixLength());
      }
    } catch (PodnetException.PoolExhausted full) {
      System.err.println(node + " is full: all of " + full.metadata().get("capacity") + " addresses are taken");
      System.exit(1);
    }
  }
}
