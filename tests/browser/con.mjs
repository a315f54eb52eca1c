import { chromium as library } from "@playwright/test";
import { chromium } from "./chromium.js";
const browser = await library.launch(chromium);
const page = await browser.newPage();
page.on("console", (m) => console.log("CON", m.text())); page.on("pageerror", (e) => console.log("ERR", e.stack));
page.on("requestfailed", r => console.log("FAIL", r.url())); page.on("response", r => r.status() >= 400 && console.log(r.status(), r.url()));
await page.goto(`http://localhost:${process.argv[2]}/any/where/#/sandbox`);
await page.waitForTimeout(4000);
await browser.close();
