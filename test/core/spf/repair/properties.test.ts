import { expect, test } from 'vitest';
import type { Address } from '#core/networks.ts';
import type { SpfResult } from '#core/report.ts';
import { askOnce, type FailureReason, type RecordType } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import { evaluate } from '#core/spf/evaluate.ts';
import type { Evaluation } from '#core/spf/evaluation.ts';
import { parse } from '#core/spf/parse.ts';
import { type Change, type Choices, noChoices } from '#core/spf/repair/change.ts';
import { correctionOf } from '#core/spf/repair/correction.ts';
import type { Repair } from '#core/spf/repair/repair.ts';
import { survey } from '#core/spf/survey.ts';
import fc from '#test/fast-check.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { fewAddresses } from '../records.ts';
import { inForce, meant, soundWorlds, type World, type Written, worlds } from './damages.ts';
import { domain, published, repairBy, repairIn } from './repairing.ts';

/**
 * The claims of every correction, held against check_host over generated zones: 10,000 of them where `CI` is set, else 1,000.
 * A failure prints its seed and path; `SEED=1234 REPAIR_PATH=5:0:1 npx vitest run test/core/spf/repair/properties.test.ts`
 * runs it again.
 */
const cases = process.env.CI ? 10_000 : 1_000;
const path = process.env.REPAIR_PATH;
const runs = (share: number): fc.Parameters<unknown> => ({
  numRuns: cases * share,
  ...(path === undefined ? {} : { path }),
});
/** Milliseconds. */
const patience = 300_000;

const isSenders = ({ value }: Address): boolean => (value & 15n) === 4n || (value & 15n) === 5n;
/** No term of these zones holds the last address of a family. */
const isStranger = ({ value }: Address): boolean => (value & 15n) === 8n;
const strangers = fewAddresses.filter(isStranger);

const evaluateAll = (zone: Zone, addresses: readonly Address[] = fewAddresses): Promise<readonly Evaluation[]> => {
  const resolver = askOnce(zoneResolver(zone));
  return Promise.all(
    addresses.map((ip) => evaluate({ ip, domain, sender: `post@${domain}`, helo: sender.helo }, resolver)),
  );
};

const passing = async (zone: Zone): Promise<readonly Address[]> => {
  const evaluations = await evaluateAll(zone);
  return fewAddresses.filter((_, i) => evaluations[i]?.result === 'pass');
};

/** As a patient owner: the first option to every question, then one offer after the other until there is a record. */
const settle = async (zone: Zone): Promise<{ readonly repaired: Repair; readonly choices: Choices }> => {
  let choices = noChoices;
  for (;;) {
    const repaired = await repairIn(zone, choices);
    const offered = repaired.changes.find(({ need, made }) => need === 'offered' && !made);
    if (repaired.kind === 'questions')
      choices = {
        ...choices,
        answers: Object.fromEntries(repaired.questions.map(({ id, options }) => [id, options[0] ?? ''])),
      };
    else if ((repaired.kind === 'no_room' || repaired.kind === 'broken_below') && offered !== undefined)
      choices = { ...choices, switched: [...choices.switched, offered.id] };
    else return { repaired, choices };
  }
};

/** The choices, with some that are free taken the other way. */
const otherwise = ({ changes }: Repair, choices: Choices, mask: number): Choices => ({
  ...choices,
  switched: changes
    .filter(({ id, need }, i) => need !== 'needed' && ((mask >> i) & 1) === Number(!choices.switched.includes(id)))
    .map(({ id }) => id),
});

/** Has it terms that depend on the message? */
const isDynamic = (text: string): boolean => /%\{|\bptr\b/i.test(text);

const permissive: readonly SpfResult[] = ['fail', 'softfail', 'neutral', 'pass'];
const ends = { '-': 'fail', '~': 'softfail', '?': 'neutral', '+': 'pass' } as const;

/** What the end of a record says to strangers; null where it has none that leads anywhere. */
const endOf = async ({ end }: Written, zone: Zone): Promise<SpfResult | null> => {
  const sign = /^([-~?+])all$/i.exec(end)?.[1];
  if (sign !== undefined) return ends[sign as keyof typeof ends];
  if (end === '') return null;
  const [evaluation] = await evaluateAll(published(zone, `v=spf1 ${end}`), strangers);
  return evaluation === undefined || !permissive.includes(evaluation.result) ? null : evaluation.result;
};

const expectStrangers = async (world: World, changes: readonly Change[], after: readonly Evaluation[]) => {
  const written = inForce(world);
  const said = await Promise.all(written.map((each) => endOf(each, world.zone)));
  const ranks = said.map((result) => permissive.indexOf(result ?? 'neutral'));
  const before = written.length === 0 ? permissive.indexOf('neutral') : Math.max(...ranks);
  const isFree = said.includes(null) || written.length === 0 || changes.some(isMade('ALL_REPLACED', 'TERM_ANSWERED'));
  for (const result of after.map((each) => permissive.indexOf(each.result))) {
    expect(result).toBeLessThanOrEqual(before);
    if (!isFree) expect(result).toBe(before);
  }
};

const isMade =
  (...codes: readonly Change['code'][]) =>
  ({ code, made }: Change): boolean =>
    made && codes.includes(code);

/** Nobody who passes by a record as it was meant is lost, unless its owner had a say in it. */
const expectNobodyLost = async (world: World, changes: readonly Change[], after: readonly Address[]) => {
  const hadSay = ({ code, need, made }: Change): boolean =>
    code === 'TERM_ANSWERED' || (need === 'offered' && made) || (need === 'advised' && !made);
  if (changes.some(hadSay)) return;
  const standing = inForce(world);
  // Of two records one may keep from passing what the other lets pass, behind its `all` or by the message.
  const agree = standing.length < 2 || !standing.some(({ terms }) => terms.some((term) => /^[-~?]/.test(term)));
  for (const written of standing.filter(({ isIntact, text }) => agree || (isIntact && !isDynamic(text)))) {
    const before = await passing(published(world.zone, meant(written)));
    expect(before.filter((address) => !after.includes(address))).toEqual([]);
  }
};

const expectWellFormed = async (zone: Zone, repaired: Repair, record: string) => {
  expect(parse(record).errors).toEqual([]);
  const { strings } = correctionOf(repaired, await survey(domain, askOnce(zoneResolver(zone))));
  expect(strings.join('')).toBe(record);
  expect(strings.every(({ length }) => length <= 255)).toBe(true);
};

const counts = new Map<string, number>();

/** Everything that is claimed of a record that is given. */
const expectClaims = async (world: World, repaired: Repair, choices: Choices): Promise<void> => {
  counts.set(repaired.kind, (counts.get(repaired.kind) ?? 0) + 1);
  if (repaired.kind !== 'corrected' && repaired.kind !== 'unchanged') return;
  const { record, changes } = repaired;
  const isAlias = world.zone[domain]?.some((each) => 'CNAME' in each) ?? false;
  const zone = isAlias ? world.zone : published(world.zone, record);
  const evaluations = await evaluateAll(zone);
  // How many names are asked for in vain by a term of the message, no record tells.
  if (isDynamic(record) && evaluations.some(({ problem }) => problem === 'void_limit')) return;
  const resultOf = (address: Address) => evaluations[fewAddresses.indexOf(address)]?.result;
  expect(fewAddresses.filter(isSenders).map(resultOf)).toEqual(['pass', 'pass', 'pass', 'pass']);
  for (const { result, lookups, voids } of evaluations) {
    expect(permissive).toContain(result);
    expect(lookups).toBeLessThanOrEqual(10);
    expect(voids).toBeLessThanOrEqual(2);
  }
  await expectWellFormed(world.zone, repaired, record);
  expect(await repairIn(zone, choices)).toMatchObject({ kind: 'unchanged', record });
  // What stands at another name is left as it is.
  if (isAlias) return;
  await expectNobodyLost(
    world,
    changes,
    fewAddresses.filter((address) => resultOf(address) === 'pass'),
  );
  await expectStrangers(
    world,
    changes,
    evaluations.filter((_, i) => strangers.some((stranger) => stranger === fewAddresses[i])),
  );
};

test(
  'whatever stands there: the record that is given keeps every claim',
  async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat({ max: 1023 }), async (world, mask) => {
        const { repaired, choices } = await settle(world.zone);
        await expectClaims(world, repaired, choices);
        if (mask % 4 !== 0) return;
        const other = otherwise(repaired, choices, mask >> 2);
        await expectClaims(world, await repairIn(world.zone, other), other);
      }),
      runs(0.5),
    );
    // Most of them get one, else nothing was held against anything.
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect((counts.get('corrected') ?? 0) / all).toBeGreaterThan(0.6);
  },
  patience,
);

test(
  'a sound record that lets the sender pass is left as it is, byte for byte',
  async () => {
    await fc.assert(
      fc.asyncProperty(soundWorlds, async ({ zone, written }) => {
        const evaluations = await evaluateAll(zone);
        const results = evaluations.map(({ result }) => result);
        fc.pre(results.every((result) => permissive.includes(result)));
        fc.pre(fewAddresses.every((address, i) => !isSenders(address) || results[i] === 'pass'));
        const repaired = await repairIn(zone);
        expect(repaired).toMatchObject({ kind: 'unchanged', record: written[0]?.text });
        expect(repaired.changes.filter(({ made }) => made)).toEqual([]);
      }),
      runs(0.25),
    );
  },
  patience,
);

test(
  'where one of the questions is not answered, there is no record',
  async () => {
    const reason = fc.constantFrom<FailureReason>('timeout', 'servfail', 'refused', 'malformed');
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(), reason, async ({ zone }, at, reason) => {
        const resolver = zoneResolver(zone);
        await repairBy(resolver);
        const [type, name] = resolver.log[at % resolver.log.length]?.split(/ (.*)/s) ?? [];
        if (type === undefined || name === undefined) throw new Error('nothing was asked');
        const key = name.toLowerCase();
        const failing = { ...zone, [key]: [{ FAIL: reason, type: type as RecordType }, ...(zone[key] ?? [])] };
        expect(await repairIn(failing)).toEqual({ kind: 'unanswered', changes: [] });
      }),
      runs(0.25),
    );
  },
  patience,
);
