import type { Report, SpfNode } from '#core/report.ts';
import { fill } from '../parts.ts';
import { compare, ip6Size, isUncounted } from './address-size.ts';
import type { Telling } from './told.ts';

/** How many addresses may send, in words. */
export const fillAddresses = (element: HTMLElement, tree: SpfNode, { report, seen }: Telling): void => {
  const { ip4, ip6 } = report.spf.addresses;
  const size = ip6Size(ip6);
  const more = [
    ...(size === null ? [] : [seen.ip6(size)]),
    ...(isUncounted(tree, report.findings) ? [seen.uncounted] : []),
    ...(isSpoilt(report) ? [seen.spoilt] : []),
  ];
  fill(element, 'seen-ip4', seen.ip4(ip4, compare(ip4)));
  fill(element, 'seen-more', more.length === 0 ? null : more.join(' '));
};

/** Does a fault keep receivers from reading the record? */
const isSpoilt = ({ spf }: Report): boolean => spf.evaluations.some(({ result }) => result === 'permerror');
