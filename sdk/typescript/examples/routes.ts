/**
 * Follows the route tables of a network: first what is there, then each change.
 *
 * Usage: routes.js [NETWORK [CHANGES]]: ends after so many changes; without a number, with Ctrl-C.
 */
import { connect } from "@podnet/client";
import { ResourceKind, type Route, WatchEventType } from "@podnet/client/v1";

const [parent = "networks/vnet-kubenet", changes = "Infinity"] = process.argv.slice(2);
const table = new Map<string, Route>();
let live = false;
let left = Number(changes);

using client = connect();
for await (const item of client.watch({ parent, kinds: [ResourceKind.ROUTE], includeSnapshot: true })) {
  switch (item.kind) {
    case "resync":
      // What was known may be gone; what is there comes again.
      table.clear();
      live = false;
      break;
    case "progress":
      live ||= item.snapshotComplete;
      if (item.snapshotComplete) {
        console.log(`${table.size.toString()} routes at revision ${item.cursor.revision.toString()}`);
      }
      break;
    case "event": {
      const { type, name, resource } = item.event;
      if (resource?.resource.case === "route") {
        const { addressPrefix, nextHopAddress } = resource.resource.value;
        table.set(name, resource.resource.value);
        console.log(`${WatchEventType[type].padEnd(8)} ${addressPrefix.padEnd(18)} -> ${nextHopAddress} (${name})`);
      }
      if (type === WatchEventType.REMOVED) {
        table.delete(name);
      }
      left -= live ? 1 : 0;
    }
  }
  if (live && left <= 0) {
    break;
  }
}
