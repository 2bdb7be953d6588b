// Judges the credentials of MP3 files with c2pa-rs (compiled to WebAssembly) and c2pa-ts.
//
// Standard input is a list of {"name", "file", "roots", "days"}: roots is a PEM file that is trusted, or
// empty; days is how many days later the file is judged. Standard output is a list of {"name", "rs", "ts"},
// each with "state" and "codes", or with "error". The files are never changed.

import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {initSync, WasmReader} from "@contentauth/c2pa-wasm";
import {MP3} from "@trustnxt/c2pa-ts/asset";
import {SuperBox} from "@trustnxt/c2pa-ts/jumbf";
import {ManifestStore} from "@trustnxt/c2pa-ts/manifest";

// What c2pa-rs asks of a browser: a file that is read in parts, at once.
globalThis.FileReaderSync = class {
  readAsArrayBuffer(blob) { return blob.bytes.buffer.slice(blob.bytes.byteOffset, blob.bytes.byteOffset + blob.bytes.byteLength); }
};
class Bytes extends Blob {
  constructor(bytes) { super(); this.bytes = bytes; }
  get size() { return this.bytes.length; }
  get type() { return "audio/mpeg"; }
  slice(from, to) { return new Bytes(this.bytes.subarray(from, to)); }
}

const require = createRequire(import.meta.url);
initSync({module: readFileSync(require.resolve("@contentauth/c2pa-wasm/c2pa.wasm"))});

const now = Date.now;
const RealDate = Date;
function at(days) {
  const shift = days * 86_400_000;
  globalThis.Date = class extends RealDate {
    constructor(...args) { args.length ? super(...args) : super(now() + shift); }
    static now() { return now() + shift; }
  };
}

async function byRust(bytes, roots) {
  const settings = roots
    ? {verify: {verify_trust: true}, trust: {trust_anchors: readFileSync(roots, "utf8")}}
    : {verify: {verify_trust: true}};
  const reader = await WasmReader.fromBlob("audio/mpeg", new Bytes(bytes), JSON.stringify(settings));
  const found = JSON.parse(reader.json());
  const results = found.validation_results?.activeManifest ?? {};
  return {
    state: found.validation_state,
    codes: (results.failure ?? []).map((f) => f.code),
    passed: [...(results.success ?? []), ...(results.informational ?? [])].map((f) => f.code),
  };
}

// store cuts the manifest store out of the file, which c2pa-ts finds only under the media type of C2PA 1.
function store(bytes) {
  const head = Buffer.from("application/c2pa\0c2pa\0c2pa manifest store\0", "latin1");
  const start = Buffer.from(bytes).indexOf(head);
  if (start < 0) throw new Error("no manifest");
  const begin = start + head.length;
  return bytes.subarray(begin, begin + new DataView(bytes.buffer, bytes.byteOffset).getUint32(begin));
}

async function byTypeScript(bytes) {
  const result = await ManifestStore.read(SuperBox.fromBuffer(store(bytes))).validate(new MP3(bytes));
  const codes = (ok) => result.statusEntries.filter((e) => e.success === ok).map((e) => e.code);
  return {state: result.isValid ? "Valid" : "Invalid", codes: codes(false), passed: codes(true)};
}

async function attempt(judge) {
  try {
    return await judge();
  } catch (e) {
    return {state: "none", codes: [], error: String(e?.message ?? e)};
  }
}

const verdicts = [];
for (const {name, file, roots, days} of JSON.parse(readFileSync(0, "utf8"))) {
  const bytes = new Uint8Array(readFileSync(file));
  at(days ?? 0);
  verdicts.push({name, rs: await attempt(() => byRust(bytes, roots)), ts: await attempt(() => byTypeScript(bytes))});
}
process.stdout.write(JSON.stringify(verdicts));
