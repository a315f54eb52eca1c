// Counts frames from inside a page.

/** Runs before the page's own scripts: counts frames in which a callback ran, and the time these took, in ms. */
export function countFrames() {
  const none = { frames: 0, script: 0, longest: 0 };
  const cost = { ...none, reset: () => Object.assign(cost, none) };
  Object.defineProperty(window, "frameCost", { value: cost });
  let frame = { at: undefined, script: 0 };
  const schedule = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => schedule((at) => {
    if (at !== frame.at) {
      frame = { at, script: 0 };
      cost.frames += 1;
    }
    const start = performance.now();
    callback(at);
    const took = performance.now() - start;
    frame.script += took;
    cost.script += took;
    cost.longest = Math.max(cost.longest, frame.script);
  });
}
