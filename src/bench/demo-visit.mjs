// A person of the demo LMS at work, by plain HTTP: opens a link, follows the launch, does an activity.
import { Browser, autoForm } from './ltiload/browser.mjs';

export { autoForm };

export const PEOPLE = { mary: '4', ana: '5' };
const SESSION_LINK = '11';

export class DemoVisit {
  constructor(lms, tool) {
    this.lms = lms;
    this.tool = tool;
    this.browser = new Browser({ concurrency: 1 });
    this.lmsJar = new Map();
    this.toolJar = new Map();
  }

  #jar(url) { return url.href.startsWith(this.lms) ? this.lmsJar : this.toolJar; }

  async get(address) {
    const url = new URL(address);
    return this.browser.follow(await this.browser.request('GET', url, { jar: this.#jar(url) }), this.#jar(url));
  }

  async post(address, form) {
    const url = new URL(address);
    return this.browser.follow(await this.browser.request('POST', url, { jar: this.#jar(url), form }), this.#jar(url));
  }

  /** One post without following anything, to whichever address, with the tool's cookies. */
  async postOnly(address, form) { return this.browser.request('POST', new URL(address), { jar: new Map(this.toolJar), form }); }

  async state() { return JSON.parse((await this.get(`${this.lms}/_state`)).body); }

  async turn(switches) { return this.post(`${this.lms}/_switch`, switches); }

  /** Follows auto-posted forms from the LMS's launch page until the tool shows a page of its own; notes the last form posted to the tool. */
  async launch(person) {
    await this.post(`${this.lms}/open`, { person, link: SESSION_LINK });
    let page = await this.get(`${this.lms}/launch/${SESSION_LINK}`);
    for (let hop = 0; hop < 8; hop += 1) {
      if (page.url.href.startsWith(`${this.tool}/c/`)) return page;
      const form = autoForm(page.body);
      if (!form) throw new Error(`the launch ended at ${page.url.href} ${page.status}\n${page.body.slice(0, 1500)}`);
      const action = new URL(form.action, page.url).href;
      if (form.fields.id_token) this.lastLaunch = { action, fields: form.fields, jar: new Map(this.toolJar) };
      page = await this.post(action, form.fields);
    }
    throw new Error('the launch went in circles');
  }

  /** Reads the activity of this id from an open session page and finishes it. */
  async read(session, activity) {
    const address = new RegExp(`href="([^"]*/activities/${activity.replace('.', '\\.')})"`).exec(session.body)[1];
    const url = new URL(address, this.tool).href;
    const page = await this.get(url);
    const form = /<form[^>]*id="work"[\s\S]*?<\/form>/.exec(page.body)[0];
    const done = await this.post(url, autoForm(form).fields);
    if (!done.body.includes('id="done"')) throw new Error(`${activity} is not done: ${done.status}`);
  }
}

/** What the demo LMS's gradebook holds, a line a grade. */
export const points = (state) => state.gradebook.flatMap((one) => Object.entries(one.grades).map(([name, grade]) => `${name}: ${JSON.stringify(grade)}`));

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks again each half second until it is so; after the time says what was missing. */
export async function until(what, seconds, look) {
  for (let end = Date.now() + seconds * 1000; Date.now() < end; await sleep(500)) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(`not within ${seconds} s: ${what}`);
}
