/** Does every example, and that of the README, run against a real server? */
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { connect } from "@podnet/client";
import { NextHopType } from "@podnet/client/v1";

import { PACKAGE, type Server, start } from "./server.js";

let server: Server;
before(async () => { server = await start(); });
after(async () => { await server[Symbol.asyncDispose](); });

async function run(file: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], {
    timeout: 60_000,
    env: { PATH: process.env.PATH, PODNET_ADDR: server.address },
  });
  return stdout;
}

const example = (name: string): string => fileURLToPath(new URL(`build/examples/${name}.js`, PACKAGE));

test("an address for a pod", async () => {
  const said = await run(example("allocate"));
  assert.match(said, /^shop\/example-0 on \S+: 10\.244\.\d+\.\d+\/24 via 10\.244\.\d+\.1\nreleased\n$/);
});

test("routes as they change", async () => {
  const running = run(example("routes"), "networks/vnet-kubenet", "1");
  using client = connect(server.address);
  const parent = (await client.route.listRouteTables({ parent: "networks/vnet-kubenet" })).routeTables[0]?.name ?? "";
  const route = { addressPrefix: "10.99.0.0/24", nextHopType: NextHopType.VIRTUAL_APPLIANCE, nextHopAddress: "10.240.0.99" };
  // The watch may begin before or after: the route is in the snapshot or is the change, and its removal is a change.
  const state = { ended: false };
  const done = running.finally(() => { state.ended = true; });
  for (let round = 0; !state.ended; round += 1) {
    const name = `example-${round.toString()}`;
    await client.route.createRoute({ parent, routeId: name, route });
    await client.route.deleteRoute({ name: `${parent}/routes/${name}` });
  }
  const said = await done;
  assert.match(said, /^ADDED +10\.244\.0\.0\/24 +-> 10\./m);
  assert.match(said, /^\d+ routes at revision \d+$/m);
  assert.match(said, /^(?:ADDED|REMOVED) +10\.99\.0\.0\/24 +-> 10\.240\.0\.99/m);
});

test("a trace, both ways", async () => {
  const said = await run(example("trace"));
  assert.match(said, /^REACHABLE\nforward \(weight 1\)\n +1 \S+ /);
  assert.match(said, /^return \(weight 1\)$/m);
});

test("load in batches, all given back", async () => {
  const said = await run(example("load"), "300");
  assert.match(said, /^\d+ addresses in [\d.]+ s: \d+\/s\nreleased \d+\n$/m);
});

test("the package, installed into an empty project, runs the example of the README", async () => {
  const code = /```js\n([^]*?)```/.exec(readFileSync(new URL("README.md", PACKAGE), "utf8"))?.[1];
  assert.ok(code);
  const folder = mkdtempSync(join(tmpdir(), "podnet-readme-"));
  const npm = (...args: string[]): string => execFileSync("npm", [...args, "--loglevel=error"], { cwd: folder, encoding: "utf8" });
  try {
    const tarball = /\S+\.tgz/.exec(npm("pack", fileURLToPath(PACKAGE), "--ignore-scripts"))?.[0] ?? "";
    npm("init", "--yes");
    npm("install", "--no-audit", "--no-fund", "--prefer-offline", `./${tarball}`);
    writeFileSync(join(folder, "example.mjs"), code);
    assert.match(await run(join(folder, "example.mjs")), /^10\.244\.0\.\d+\n$/);
    // What a browser takes, and the types, are in it too.
    writeFileSync(join(folder, "entries.mts"), ENTRIES);
    const compiler = fileURLToPath(new URL("node_modules/typescript/bin/tsc", PACKAGE));
    const flags = ["--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,esnext.disposable,dom"];
    execFileSync(process.execPath, [compiler, ...flags, "entries.mts"], { cwd: folder });
    assert.equal(await run(join(folder, "entries.mjs")), "0.1.0 0.1.0 podnet.v1.IpamService\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const ENTRIES = `
import { VERSION } from "@podnet/client";
import { connect, VERSION as web } from "@podnet/client/web";
import { type Allocation, IpamService } from "@podnet/client/v1";
export const read = async (name: string): Promise<Allocation | undefined> =>
  (await connect("http://127.0.0.1:1").ipam.getAllocation({ name })).allocation;
console.log(VERSION, web, IpamService.typeName);
`;
