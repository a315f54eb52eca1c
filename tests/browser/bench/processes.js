// What Chromium's processes cost, and a page's script within them.

/** CPU of all of a browser's processes so far, in ms. */
export async function cpuMs(system) {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/** The ids of the browser's processes of a type, "renderer" for one. */
export async function processesOf(system, type) {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  return processInfo.filter((process) => process.type === type).map(({ id }) => id);
}

/** The name of a line of figures, and the figures. */
export function print(name, cells) {
  console.log(name.padEnd(30) + cells.map((cell) => String(cell).padStart(18)).join(""));
}
