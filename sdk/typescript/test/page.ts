/**
 * What a page does with the client: runs in a browser, and tells the server that it came from what it saw. `?open=` and
 * `?closed=` are servers that allow this page's origin, and that allow none.
 */
import { connect, NotFound, type PodnetError, VERSION } from "@podnet/client/web";
import { ClusterService, ResourceKind } from "@podnet/client/v1";

/** What the test looks at. */
export interface Seen {
  readonly agent: string;
  readonly version: string;
  readonly nodes: number;
  readonly address: string;
  readonly refusal: { readonly isNotFound: boolean; readonly reason: string; readonly resource: string };
  readonly snapshot: string[];
  readonly change: string;
  readonly closed: { readonly name: string; readonly message: string; readonly attempts: number };
}

const parent = "clusters/aks-kubenet-demo";
const places = new URLSearchParams(location.search);
const fails = (work: Promise<unknown>): Promise<PodnetError> =>
  work.then(() => Promise.reject(new Error("it succeeded")), (error: unknown) => error as PodnetError);

async function look(): Promise<Seen> {
  using client = connect(places.get("open") ?? "");
  const nodes: string[] = [];
  for await (const { name } of client.list(ClusterService.method.listNodes, { parent, pageSize: 1 })) {
    nodes.push(name);
  }
  const node = nodes[0] ?? "";
  const missing = await fails(client.ipam.getAllocation({ name: `${parent}/allocations/none` }));
  const refusal = {
    isNotFound: missing instanceof NotFound,
    reason: missing.reasonName ?? "",
    resource: missing.metadata.resource ?? "",
  };
  const snapshot: string[] = [];
  let [address, change] = ["", ""];
  for await (const item of client.watch({ parent, kinds: [ResourceKind.NODE, ResourceKind.ALLOCATION], includeSnapshot: true })) {
    if (item.kind === "event" && address === "") {
      snapshot.push(item.event.name);
    } else if (item.kind === "event") {
      change = item.event.name;
      break;
    } else if (item.kind === "progress" && item.snapshotComplete) {
      const { allocation } = await client.ipam.allocateAddress({ parent, node, allocationId: "from-a-page" });
      address = allocation?.addresses[0]?.address ?? "";
    }
  }
  using other = connect(places.get("closed") ?? "", { retries: false });
  const { name, message, attempts } = await fails(other.admin.getServerInfo({}));
  const closed = { name, message, attempts };
  return { agent: navigator.userAgent, version: VERSION, nodes: nodes.length, address, refusal, snapshot, change, closed };
}

const body = JSON.stringify(await look().catch((error: unknown) => ({ failed: String(error) })));
await fetch("/seen", { method: "POST", body });
