import fc from 'fast-check';

/**
 * fast-check with one seed, so that what passed once passes again: a run that stops somebody's work is due to that work.
 * New cases are looked for on purpose, with `SEED=$RANDOM npx vitest run test/core`; what is found becomes a row of a test.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 7208) });

export default fc;
