// The steps of kill-between.sh, by plain HTTP: a launch as the demo LMS's coach, one activity, a look into its gradebook.
import { Browser, autoForm } from './ltiload/browser.mjs';

const [, , step, lms, tool] = process.argv;
const browser = new Browser({ concurrency: 1 });
const lmsJar = new Map();
const toolJar = new Map();
const jar = (url) => (url.href.startsWith(lms) ? lmsJar : toolJar);
const get = async (url) => browser.follow(await browser.request('GET', new URL(url), { jar: jar(new URL(url)) }), jar(new URL(url)));
const post = async (url, form) => browser.follow(await browser.request('POST', new URL(url), { jar: jar(new URL(url)), form }), jar(new URL(url)));
const state = async () => JSON.parse((await get(`${lms}/_state`)).body);
const points = (s) => s.gradebook.flatMap((one) => Object.entries(one.grades).map(([name, grade]) => `${name}: ${JSON.stringify(grade)}`));

/** Follows auto-posted forms from the LMS's launch page until the tool shows a page of its own. */
async function launch() {
  await post(`${lms}/open`, { person: '4', link: '11' });
  let page = await get(`${lms}/launch/11`);
  for (let hop = 0; hop < 8; hop += 1) {
    if (page.url.href.startsWith(`${tool}/c/`)) return page;
    const form = autoForm(page.body);
    if (!form) throw new Error(`the launch ended at ${page.url.href} ${page.status}\n${page.body.slice(0, 1500)}`);
    page = await post(new URL(form.action, page.url).href, form.fields);
  }
  throw new Error('the launch went in circles');
}

async function work() {
  const session = await launch();
  await post(`${lms}/_switch`, { services: 'failing' });
  const address = /href="([^"]*\/activities\/S1\.2)"/.exec(session.body)[1];
  const activity = await get(new URL(address, tool).href);
  const form = /<form[^>]*id="work"[\s\S]*?<\/form>/.exec(activity.body)[0];
  const done = await post(new URL(address, tool).href, autoForm(form).fields);
  if (!done.body.includes('id="done"')) throw new Error('the activity is not done');
  console.log('S1.2 is done in the tool; the LMS\'s services fail');
}

async function nothingYet() {
  const grades = points(await state());
  if (grades.length) throw new Error(`the gradebook has them already: ${grades}`);
  console.log('the gradebook is still empty');
}

async function arrived() {
  for (let wait = 0; wait < 120; wait += 1) {
    const s = await state();
    if (points(s).length) {
      console.log(`the gradebook holds ${points(s)}`);
      console.log(`scores taken by the LMS: ${s.scores.length}`);
      if (s.scores.filter((one) => !one.status || one.status < 300).length !== 1) throw new Error(JSON.stringify(s.scores));
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('nothing arrived within two minutes');
}

await { work, 'nothing-yet': nothingYet, arrived }[step]();
process.exit(0);
