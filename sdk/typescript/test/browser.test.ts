/**
 * Does the client work where it is meant to: in a browser, over gRPC-Web, against a server that allows the page's origin?
 * The browser is the one that PODNET_CHROMIUM names, without a window.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { connect, VERSION } from "@podnet/client";

import type { Seen } from "./page.js";
import { PACKAGE, start } from "./server.js";

const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];
/** What the modules of the package import by name; Node.js says where that stands, and no bundler is wanted. */
const IMPORTED = [
  "@podnet/client/web",
  "@podnet/client/v1",
  ...["", "/codegenv2", "/reflect", "/wire", "/wkt"].map((part) => `@bufbuild/protobuf${part}`),
  ...["", "/protocol", "/protocol-connect", "/protocol-grpc-web"].map((part) => `@connectrpc/connect${part}`),
  "@connectrpc/connect-web",
];

/** The page, with a map of names to files. */
function page(): string {
  const place = (name: string): string => `/${import.meta.resolve(name).slice(PACKAGE.href.length)}`;
  const imports = Object.fromEntries(IMPORTED.map((name) => [name, place(name)]));
  return `<script type="importmap">${JSON.stringify({ imports })}</script><script type="module" src="/build/test/page.js"></script>`;
}

const browser = process.env.PODNET_CHROMIUM;
const skip = browser === undefined && "set PODNET_CHROMIUM to a browser; `cargo xtask tools` installs one";

test("calls, a list, a watch, a refusal and a closed door in a browser", { skip }, async () => {
  let told: (seen: Seen) => void = () => undefined;
  const seen = new Promise<Seen>((resolve) => { told = resolve; });
  const site = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const path = new URL(request.url ?? "/", "http://page").pathname;
      if (path === "/seen") {
        told(JSON.parse(await text(request)) as Seen);
        response.end();
      } else if (path === "/") {
        response.writeHead(200, { "content-type": "text/html" }).end(page());
      } else {
        const content = await readFile(new URL(`.${path}`, PACKAGE));
        response.writeHead(200, { "content-type": "text/javascript" }).end(content);
      }
    };
    answer().catch(() => response.writeHead(404).end());
  }).listen(0, "127.0.0.1");
  await once(site, "listening");
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port.toString()}`;
  await using open = await start("--web-origins", origin);
  await using closed = await start();
  const profile = mkdtempSync(join(tmpdir(), "podnet-browser-"));
  const address = `${origin}/?${new URLSearchParams({ open: open.address, closed: closed.address }).toString()}`;
  const child = spawn(browser ?? "", [...FLAGS, `--user-data-dir=${profile}`, address], { stdio: ["ignore", "ignore", "pipe"] });
  const complaints = text(child.stderr);
  try {
    const ended = once(child, "exit").then(async () => assert.fail(`the browser ended:\n${await complaints}`));
    const found = await Promise.race([seen, ended]);
    assert.match(found.agent, /Chrome/, JSON.stringify(found));
    assert.deepEqual([found.version, found.nodes], [VERSION, 3]);
    const resource = "clusters/aks-kubenet-demo/allocations/none";
    assert.deepEqual(found.refusal, { isNotFound: true, reason: "ERROR_REASON_RESOURCE_NOT_FOUND", resource });
    assert.match(found.address, /^10\.244\.0\.\d+$/);
    assert.ok(found.snapshot.includes("clusters/aks-kubenet-demo/nodes/aks-nodepool1-12345678-vmss000000"));
    assert.equal(found.change, "clusters/aks-kubenet-demo/allocations/from-a-page");
    // The other server is there and answers everybody else.
    assert.equal(found.closed.name, "Unavailable");
    assert.match(found.closed.message, /Failed to fetch; is podnetd there, and does it allow this page's origin/);
    using client = connect(closed.address);
    assert.notEqual((await client.admin.getServerInfo({})).version, "");
  } finally {
    child.kill("SIGKILL");
    await once(child, "close");
    site.closeAllConnections();
    site.close();
    rmSync(profile, { recursive: true, maxRetries: 5 });
  }
});

async function text(stream: AsyncIterable<Buffer> | IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
