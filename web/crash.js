// Draws a page that says so when the program ends by an error: never a blank screen.
"use strict";
addEventListener("unhandledrejection", ({ reason }) => {
  document.body.textContent = `Fleetlab stopped: ${reason}`;
});
