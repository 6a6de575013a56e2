import io.podnet.Client;
import io.podnet.Watch;
import io.podnet.v1.ResourceKind;
import io.podnet.v1.Route;
import io.podnet.v1.WatchEvent;
import io.podnet.v1.WatchEventType;
import io.podnet.v1.WatchRequest;
import java.util.Map;
import java.util.TreeMap;

/** Follows the routes of a network: those that are there, then each change. Arguments: network, changes until the end. */
public final class Routes {
  public static void main(String[] arguments) {
    String network = arguments.length > 0 ? arguments[0] : "networks/hub";
    int changes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    WatchRequest request =
        WatchRequest.newBuilder()
            .setParent(network)
            .addKinds(ResourceKind.RESOURCE_KIND_ROUTE)
            .setIncludeSnapshot(true)
            .build();
    Map<String, Route> known = new TreeMap<>();
    boolean complete = false;
    try (Client client = Client.connect();
        Watch watch = client.watch(request)) {
      while (!(complete && changes <= 0) && watch.hasNext()) {
        Watch.Item item = watch.next();
        if (item.isResync()) {
          known.clear();
          complete = false;
        } else if (item.event() != null) {
          show(item.event(), known);
          changes -= complete ? 1 : 0;
        } else if (item.progress().getSnapshotComplete()) {
          complete = true;
          System.out.println(known.size() + " routes");
        }
      }
    }
  }

  private static void show(WatchEvent event, Map<String, Route> known) {
    Route route = event.getResource().getRoute();
    if (event.getType() == WatchEventType.WATCH_EVENT_TYPE_REMOVED) {
      known.remove(event.getName());
    } else {
      known.put(event.getName(), route);
    }
    System.out.println(event.getType() + " " + route.getAddressPrefix() + " -> " + route.getNextHopAddress());
  }
}
