// Of roster.sh: waits until the platform has given the whole list away, and notes time, CPU and memory of tool and database.
import fs from 'node:fs';
import { cpuMs, memoryMiB } from './ltiload/procstat.mjs';

const { TOOL_PID, MYSQL_PID, ISSUER, OUT, MEMBERS } = process.env;
const pids = [Number(TOOL_PID), Number(MYSQL_PID)];
const name = process.argv[2];
const read = (file) => JSON.parse(fs.readFileSync(`${OUT}/${file}.json`));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const pages = Math.ceil(Number(MEMBERS) / 50);
const served = async () => (await (await fetch(`${ISSUER}/_stats`)).json()).requests['GET /nrps/:course/members'] ?? 0;
const now = () => ({ at: Date.now(), cpu: pids.map((p) => cpuMs([p])) });

if (name === 'report') report(); else await watch();

async function watch() {
  const before = await served();
  while ((await served()) === before) await sleep(50);
  const from = now();
  while ((await served()) < before + pages) await sleep(50);
  await sleep(1000); // the last page, and who has left
  const to = now();
  const figures = { seconds: (to.at - from.at) / 1000 - 1, cpuMs: to.cpu.map((ms, i) => ms - from.cpu[i]), memoryMiB: pids.map((p) => memoryMiB([p])) };
  fs.writeFileSync(`${OUT}/roster-${name}.json`, JSON.stringify(figures));
}

function report() {
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  const [first, again, meanwhile] = ['roster-first', 'roster-again', 'roster-meanwhile'].map(read);
  const [alone, during, after] = ['alone', 'meanwhile', 'after'].map(read);
  const heap = fs.readFileSync(`${OUT}/roster-gc.log`, 'utf8').matchAll(/(\d+)M->(\d+)M\((\d+)M\)/g);
  const after_gc = [...heap].map((m) => Number(m[2]));
  console.table([['first, everybody new', first], ['again, another course', again], ['again, while others launch', meanwhile]].map(([what, f]) => ({
    what, seconds: f.seconds.toFixed(1), toolCpuS: (f.cpuMs[0] / 1000).toFixed(1), mysqlCpuS: (f.cpuMs[1] / 1000).toFixed(1),
    msPerMember: (sum(f.cpuMs) / Number(MEMBERS)).toFixed(3), toolRssMiB: f.memoryMiB[0].rss, peakMiB: f.memoryMiB[0].peak })));
  const perLaunch = (f) => sum(f.cpuMsPerLaunch);
  console.table([['alone', alone], ['while a list is read (its CPU within)', during], ['after', after]].map(([what, f]) => ({
    what, launches: f.launches, failed: f.failed, cpuMsPerLaunch: perLaunch(f).toFixed(3), loginP50: f.phases.login.p50, launchP50: f.phases.launch.p50, launchP95: f.phases.launch.p95, wallS: (f.wallMs / 1000).toFixed(1) })));
  const overlap = Math.min(1, during.wallMs / 1000 / meanwhile.seconds);
  const net = perLaunch(during) - (sum(again.cpuMs) * overlap) / during.launches;
  console.log(`launches meanwhile, the reading's own CPU taken off: ${net.toFixed(3)} ms, ${(net / ((perLaunch(alone) + perLaunch(after)) / 2)).toFixed(2)} times alone`);
  console.log(`heap after collections: highest ${Math.max(...after_gc)} MiB of 256`);
}
