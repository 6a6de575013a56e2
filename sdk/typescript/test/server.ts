/**
 * A real server for a test: a process of its own with a free port, loaded with the kubenet sample. The programs are named by
 * PODNET_PODNETD and PODNET_CLI.
 */
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createInterface } from "node:readline";

/** Folder of the package, seen from the compiled test. */
export const PACKAGE = new URL("../../", import.meta.url);

/** A running server. */
export interface Server extends AsyncDisposable {
  /** As `http://127.0.0.1:port`. */
  readonly address: string;
  /** The process. */
  readonly process: ChildProcess;
}

/** Starts a server, with these settings beside its own, and loads the sample. */
export async function start(...settings: string[]): Promise<Server> {
  const child = spawn(program("PODNET_PODNETD"), ["--listen", "127.0.0.1:0", "--store", "memory", ...settings], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => { reject(new Error(`podnetd ended with ${String(code)}`)); });
    createInterface(child.stdout).on("line", (line) => {
      const found = /^listening on (.*)$/.exec(line)?.[1];
      if (found !== undefined) {
        resolve(`http://${found}`);
      }
    });
  });
  const folder = new URL("../../tests/samples/kubenet/", PACKAGE);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  execFileSync(program("PODNET_CLI"), ["--server", address, "import", ...files], { cwd: folder, stdio: "pipe" });
  return {
    address,
    process: child,
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function program(variable: string): string {
  const path = process.env[variable];
  assert.ok(path, `set ${variable} to the program; \`cargo xtask test\` does`);
  return path;
}
