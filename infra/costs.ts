import { quotaTable } from './costs/quotas.ts';
import { costTable } from './costs/table.ts';

/** `npm run -s costs`: what a month costs on AWS, and where the limits are. README.md has the same. */

console.log(`${costTable()}\n\n${quotaTable()}`);
