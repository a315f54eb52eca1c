// Simulated requests per second in wasm, beside what criterion measured natively: node engine.js BENCH_bg.wasm CRITERION_DIR
// V8 is the same here and in Chromium.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Bench } from "tinybench";

const [module, criterion] = process.argv.slice(2);
const { initSync, Fleet } = await import(pathToFileURL(module.replace("_bg.wasm", ".js")));
const { memory } = initSync({ module: await readFile(module) });

// First, since wasm never gives memory back.
// Seconds are kept for three hours, 15.5 million requests at this rate; minutes by instance for two days.
console.log("Memory of the wasm after more and more requests through 16 instances");
const long = new Fleet(16);
let pieces = 0; // of 100,000 requests
for (const millions of [0, 2, 4, 8, 16, 32]) {
  for (; pieces < millions * 10; pieces += 1) long.go_on();
  console.log(`${String(millions).padStart(9)} M ${(memory.buffer.byteLength / 2 ** 20).toFixed(1).padStart(9)} MiB`);
}

const FLEETS = [1, 16, 256, 4096];

const bench = new Bench({ time: 3000, iterations: 10, warmupTime: 1000 });
const requests = {};
for (const instances of FLEETS) {
  const fleet = new Fleet(instances);
  requests[instances] = fleet.run();
  bench.add(String(instances), () => fleet.run());
}
await bench.run();

/** Nanoseconds per request, by criterion's estimate of the median. */
async function native(instances) {
  const estimates = JSON.parse(await readFile(`${criterion}/engine/${instances}/new/estimates.json`));
  return estimates.median.point_estimate / requests[instances];
}

console.log("\nSimulated requests per second, in millions (a request: employee, instance, DynamoDB or S3, and back)");
console.log("instances   native     wasm   wasm ÷ native   cost against 16, native");
const reference = await native(16);
for (const { name, result } of bench.tasks) {
  const [nativeNs, wasmNs] = [await native(name), (result.latency.p50 * 1e6) / requests[name]];
  const figures = [1000 / nativeNs, 1000 / wasmNs, wasmNs / nativeNs, nativeNs / reference];
  console.log([name, ...figures.map((figure) => figure.toFixed(2))].map((word, i) => word.padStart([9, 9, 9, 16, 26][i])).join(""));
}
