import type { Domain } from '#core/domain.ts';
import { part } from './parts.ts';

/** Lets the link to the other language lead to the same domain. */
export const carryDomain = (domain: Domain | null): void => {
  const link = part(document, 'language-link', HTMLAnchorElement);
  const { parameter = '' } = link.dataset;
  link.search = domain === null ? '' : String(new URLSearchParams({ [parameter]: domain.unicode }));
};
