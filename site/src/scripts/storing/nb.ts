import { storingNb } from '#messages/storing-nb.ts';
import type { FetchStoring } from '../result/storing.ts';
import { store } from './store.ts';

type StoreResult = Awaited<ReturnType<FetchStoring>>['storeResult'];

export const storeResult: StoreResult = (card, domain, choices) => store(card, domain, choices, 'nb', storingNb);
