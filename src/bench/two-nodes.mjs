// Two instances on one database behind a round-robin proxy; called by bin/two-nodes. Ends with status 1 if anything is not as it must be.
import http from 'node:http';
import { spawn } from 'node:child_process';
import { DemoVisit, PEOPLE, points, sleep, until } from './demo-visit.mjs';

const [, , lms, tool, ...nodes] = process.argv; // nodes: URL=COMMAND, the command starts the node in the foreground
const NODES = nodes.map((one) => ({ url: one.slice(0, one.indexOf('=')), command: one.slice(one.indexOf('=') + 1), requests: 0, process: null }));
const said = [];
const say = (line) => { said.push(line); console.log(line); };
const check = (right, what) => { if (!right) throw new Error(what); };

/** Each request goes to the next node; one that does not answer the door is passed over, as any load balancer does. */
let turn = 0;
const proxy = http.createServer((request, response) => {
  const body = [];
  request.on('data', (chunk) => body.push(chunk));
  request.on('end', () => pass(request, Buffer.concat(body), response, NODES.length));
});
function pass(request, body, response, tries) {
  const node = NODES[turn++ % NODES.length];
  const to = http.request(new URL(request.url, node.url), { method: request.method, headers: request.headers, agent: false }, (answer) => {
    node.requests += 1;
    response.writeHead(answer.statusCode, answer.rawHeaders);
    answer.pipe(response);
  });
  to.on('error', (fault) => {
    if (tries > 1 && fault.code === 'ECONNREFUSED') pass(request, body, response, tries - 1);
    else response.writeHead(502).end();
  });
  to.end(body);
}

const answers = (url) => new Promise((resolve) => http.get(`${url}/actuator/health`, { agent: false }, (r) => { r.resume(); resolve(r.statusCode === 200); }).on('error', () => resolve(false)));
async function start(node) {
  node.process = spawn('bash', ['-c', `exec ${node.command}`], { stdio: 'ignore' });
  await until(`${node.url} answers`, 180, () => answers(node.url));
}
const taken = (state) => state.scores.filter((one) => one.status < 300);
const doubles = (state) => taken(state).length - new Set(taken(state).map((one) => `${one.columnId} ${one.body.userId} ${one.body.scoreGiven}`)).size;
const pointsOf = (state, name) => state.gradebook.flatMap((one) => Object.entries(one.grades)).filter(([who]) => who === name).map(([, grade]) => grade.scoreGiven ?? grade.given ?? grade.points ?? grade.score)[0];

async function launches(count) {
  NODES.forEach((node) => { node.requests = 0; });
  for (let i = 0; i < count; i += 1) await new DemoVisit(lms, tool).launch(i % 2 ? PEOPLE.ana : PEOPLE.mary);
  const shares = NODES.map((node) => node.requests);
  check(shares.every((n) => n > count / 2), `one node served hardly anything: ${shares}`);
  say(`${count} launches opened, login and launch on changing nodes (requests ${shares.join(' and ')})`);
}

async function replay() {
  for (const [first, second] of [[0, 1], [1, 0]]) {
    const visit = new DemoVisit(lms, tool);
    await visit.launch(PEOPLE.mary);
    const { fields, jar } = visit.lastLaunch;
    visit.toolJar = jar;
    const again = await visit.postOnly(`${NODES[second].url}/lti/launch`, fields);
    check(again.status === 401 && again.body.includes('LAUNCH-USED'), `a replay on node ${second + 1} was answered ${again.status}`);
    const same = await visit.postOnly(`${NODES[first].url}/lti/launch`, fields);
    check(same.status === 401, `a replay on node ${first + 1} was answered ${same.status}`);
  }
  say('replayed launches refused on either node');
}

async function deliveries() {
  const mary = new DemoVisit(lms, tool);
  const ana = new DemoVisit(lms, tool);
  const sessions = [await mary.launch(PEOPLE.mary), await ana.launch(PEOPLE.ana)];
  await Promise.all([mary.read(sessions[0], 'S1.2'), ana.read(sessions[1], 'S1.2')]);
  await mary.read(sessions[0], 'S1.7');
  const state = await until('three scores', 60, async () => {
    const now = await mary.state();
    return points(now).length === 2 && taken(now).length >= 3 && now;
  });
  check(doubles(state) === 0, `a score came twice: ${JSON.stringify(taken(state))}`);
  say(`${taken(state).length} scores delivered, none twice`);
  return { mary, ana, session: sessions[1] };
}

async function killed({ mary, ana, session }) {
  const before = taken(await ana.state()).length;
  await ana.turn({ services: 'failing' });
  await ana.read(session, 'S1.7');
  NODES[0].process.kill('SIGKILL');
  await sleep(500);
  for (const visit of [mary, ana]) {
    const page = await visit.get(session.url.href.replace(/\/c\/\d+\/.*/, (path) => path));
    check(page.status === 200, `somebody was signed out: ${page.status}`);
  }
  await ana.turn({ services: 'working' });
  const state = await until('the score after the kill', 120, async () => {
    const now = await ana.state();
    return taken(now).length > before && now;
  });
  check(doubles(state) === 0, 'a score came twice after the kill');
  say('node 1 killed with -9: nobody signed out, the waiting score arrived by node 2');
  await start(NODES[0]);
  const page = await ana.get(session.url.href);
  check(page.status === 200, 'signed out after the node came back');
  say('node 1 is back and takes part');
}

let status = 1;
try {
  await new Promise((resolve) => proxy.listen(Number(new URL(tool).port), '127.0.0.1', resolve));
  await start(NODES[0]); // the first makes the tables
  await start(NODES[1]);
  await launches(40);
  await replay();
  await killed(await deliveries());
  console.log(`TWO NODES OK: ${said.join('; ')}`);
  status = 0;
} catch (fault) {
  console.log(`TWO NODES FAILED: ${fault.message}`);
} finally {
  NODES.forEach((node) => node.process?.kill('SIGKILL'));
  process.exit(status);
}
