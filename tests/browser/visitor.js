// Who opens the page.

/** Somebody who has been here before: the tour of the first minute has tests of its own. */
export const beenHere = (origin) => ({
  cookies: [],
  origins: [{ origin, localStorage: [{ name: "fleetlab.toured", value: "1" }] }],
});
