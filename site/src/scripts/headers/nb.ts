import { headersNb } from '#messages/headers-nb.ts';
import { requestFailures } from '#messages/nb-failures.ts';
import { seenTryNb } from '#messages/seen-try-nb.ts';
import { checkAddress, domainParameters } from '../../routes.ts';
import { startHeaders } from './headers-page.ts';

export const startHeaderReader = (): void =>
  startHeaders(
    { headers: headersNb, tried: seenTryNb, failures: requestFailures },
    (domain) => `${checkAddress.nb}?${domainParameters.nb}=${encodeURIComponent(domain)}`,
  );
