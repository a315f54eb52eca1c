// Simulated requests per second in wasm, beside what criterion measured natively: node engine.js BENCH_bg.wasm CRITERION_DIR
// V8 is the same here and in Chromium.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Bench } from "tinybench";

const [module, criterion] = process.argv.slice(2);
const script = pathToFileURL(module.replace("_bg.wasm", ".js"));
const bytes = await readFile(module);

const { initSync, Fleet, day } = await import(script);
const { memory } = initSync({ module: bytes });

// wasm never gives memory back. Records and logs are bounded by number and by time: once they are full, an hour more needs no more.
console.log("Memory of the wasm with 16 instances at 90 requests per second each, after every simulated hour");
const steady = Fleet.under(16, 90);
for (let hour = 0; hour < 5; hour += 1) {
  const requests = steady.pass_hour();
  const cells = [`${(requests / 1e6).toFixed(1)} M`, `${(memory.buffer.byteLength / 2 ** 20).toFixed(1)} MiB`];
  console.log(cells.map((cell) => cell.padStart(12)).join(""));
}
steady.free();

const FLEETS = [1, 16, 256, 4096];

/** Requests in one run, on average. */
const REQUESTS = 100_000;
const bench = new Bench({ time: 3000, iterations: 10, warmupTime: 1000 });
for (const instances of FLEETS) {
  const fleet = new Fleet(instances);
  bench.add(String(instances), () => fleet.run());
}
await bench.run();

/** Nanoseconds per request, by criterion's estimate of the median. */
async function native(instances) {
  const estimates = JSON.parse(await readFile(`${criterion}/engine/${instances}/new/estimates.json`));
  return estimates.median.point_estimate / REQUESTS;
}

console.log("\nSimulated requests per second, in millions (a request: employee, instance, DynamoDB or S3, and back)");
console.log("instances   native     wasm   wasm ÷ native   cost against 16, native");
const reference = await native(16);
for (const { name, result } of bench.tasks) {
  const [nativeNs, wasmNs] = [await native(name), (result.latency.p50 * 1e6) / REQUESTS];
  const figures = [1000 / nativeNs, 1000 / wasmNs, wasmNs / nativeNs, nativeNs / reference];
  console.log([name, ...figures.map((figure) => figure.toFixed(2))].map((word, i) => word.padStart([9, 9, 9, 16, 26][i])).join(""));
}

const start = performance.now();
const ofTheDay = day();
const seconds = (performance.now() - start) / 1000;
console.log(`\nA day of twelve instances, ${(ofTheDay / 1e6).toFixed(1)} million requests, in wasm: ${seconds.toFixed(2)} s`);
