// The steps of kill-between.sh, by plain HTTP: a launch as the demo LMS's coach, one activity, a look into its gradebook.
import { DemoVisit, PEOPLE, points, until } from './demo-visit.mjs';

const [, , step, lms, tool] = process.argv;
const visit = new DemoVisit(lms, tool);

async function work() {
  const session = await visit.launch(PEOPLE.mary);
  await visit.turn({ services: 'failing' });
  await visit.read(session, 'S1.2');
  console.log('S1.2 is done in the tool; the LMS\'s services fail');
}

async function nothingYet() {
  const grades = points(await visit.state());
  if (grades.length) throw new Error(`the gradebook has them already: ${grades}`);
  console.log('the gradebook is still empty');
}

async function arrived() {
  const state = await until('a score in the gradebook', 120, async () => {
    const now = await visit.state();
    return points(now).length && now;
  });
  console.log(`the gradebook holds ${points(state)}`);
  console.log(`scores taken by the LMS: ${state.scores.length}`);
  if (state.scores.filter((one) => !one.status || one.status < 300).length !== 1) throw new Error(JSON.stringify(state.scores));
}

await { work, 'nothing-yet': nothingYet, arrived }[step]();
process.exit(0);
