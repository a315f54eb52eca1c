// Somebody in the sandbox who has one hand: looks closer at things, acts on them, fills in forms, lets time pass.
import { expect } from "@playwright/test";
import { boxesOf, field, panel } from "./forms.js";
import { secondOfDay } from "./lesson.js";

/** The longest that anything here lets time pass, and how often it looks, in real milliseconds. */
const LONG = { timeout: 30_000, intervals: [50] };
/** The place of 300 seconds in one among the speeds. */
const FAST = 13;

export class Learner {
  constructor(page, hand) {
    this.page = page;
    this.hand = hand;
  }

  /** What the page says. */
  served = () => this.page.locator(".readout").first();
  house = (name) => this.page.locator(".house").filter({ hasText: name });
  zone = (letter) => this.page.getByRole("group", { name: new RegExp(`^Availability Zone us-east-2${letter}`) });
  chip = (kind) => this.page.locator(`.chip.${kind}`);
  details = () => this.page.getByRole("complementary", { name: "Details" });

  /** The page tells that it has happened: among the latest events of the picture's twin in words. */
  async hears(...sentences) {
    const twin = this.page.getByRole("button", { name: "The picture as text" });
    await this.press(twin);
    for (const sentence of sentences) await expect(this.page.locator(".events")).toContainText(sentence);
    await this.press(twin);
  }

  /** Opens the sandbox, where time stands still from now on unless something is awaited. */
  async begin() {
    await this.page.goto("./#/sandbox");
    await expect(this.page.locator(".house").first()).toBeVisible();
    await this.stand();
    await this.hand.slide(this.page, this.page.getByRole("slider", { name: "speed" }), FAST);
  }

  press = (target) => this.hand.press(this.page, target.first());
  stand = () => this.press(this.page.getByRole("button", { name: "Pause everything that moves" }));
  goOn = () => this.press(this.page.locator(".time").getByRole("button", { name: "Play" }));

  /** Looks closer at something in the picture. */
  async lookAt(thing) {
    if ((await thing.getAttribute("aria-pressed")) !== "true") await this.hand.pick(this.page, thing);
    await expect(this.details()).toBeVisible();
  }

  lookAtZone = (letter) => this.lookAt(this.zone(letter).getByRole("button", { name: new RegExp(`us-east-2${letter}$`) }).first());

  /** Does something to what is looked at. */
  act = (name) => this.press(this.details().getByRole("button", { name }));

  /** Does something to the account. */
  async palette(name) {
    if (await this.details().isVisible()) await this.act("Close the details");
    await this.press(this.page.getByRole("region", { name: "What you can do" }).getByRole("button", { name }));
  }

  /** Fills in a form and sends it: texts, what is chosen from lists, what is ticked. */
  async form(title, fields = {}) {
    await this.hand.open(this.page, title);
    await this.fillIn(title, fields);
  }

  /** The same from the closer look, where the form knows what it is about. */
  async formOf(title, fields = {}) {
    await this.act(title);
    await this.fillIn(title, fields);
  }

  async fillIn(title, fields) {
    const form = panel(this.page);
    await expect(form.locator("#form-title")).toHaveText(title);
    for (const [label, value] of Object.entries(fields)) await this.fill(label, value);
    await this.press(form.getByRole("button", { name: "Send", exact: true }));
    const flaws = await form.locator(".form-errors").allTextContents();
    await expect(form.locator(".form-done"), `AWS takes it: ${flaws}`).toBeVisible();
    await this.press(form.locator(".forms-foot").getByRole("button", { name: "Close", exact: true }));
    await expect(form).toBeHidden();
  }

  async fill(label, value) {
    const { page, hand } = this;
    if (Array.isArray(value)) return this.tickAll(value.map((name) => boxesOf(page, label, name)));
    const line = field(page, label).first();
    const isList = await line.evaluate((element) => element.tagName === "SELECT");
    await (isList ? hand.choose : hand.type)(page, line, value);
  }

  async tickAll(boxes) {
    for (const some of boxes) {
      for (const box of await some.all()) {
        if (!(await box.isChecked())) await this.hand.tick(this.page, box);
        await expect(box).toBeChecked();
      }
    }
  }

  /** Lets time pass until the page says what is awaited. */
  async until(place, said) {
    await this.goOn();
    await expect.poll(() => place.allTextContents().then(String), LONG).toMatch(said);
    await this.stand();
  }

  /** Lets so many seconds of the model pass. */
  async pass(seconds) {
    const end = (await this.page.evaluate(secondOfDay)) + seconds;
    await this.goOn();
    await expect.poll(() => this.page.evaluate(secondOfDay), LONG).toBeGreaterThanOrEqual(end);
    await this.stand();
  }

  /** Lets time pass until so many percent of the requests of the last minute were served. */
  async untilServed(least, most = 100) {
    const isBetween = async () => {
      const share = await this.share();
      return share >= least && share <= most;
    };
    await this.goOn();
    await expect.poll(isBetween, { ...LONG, message: `served between ${least} and ${most} %` }).toBe(true);
    await this.stand();
  }

  /** The share that the readout says, in percent. */
  share = async () => Number(/([\d.]+) %/.exec(await this.served().textContent())?.[1] ?? NaN);
}
